package io.stackprofile.stack;

/** How a {@link StackGraph} is drawn. */
public enum GraphFormat {
    /** A Mermaid flowchart, which Markdown pages of many hosts draw. */
    MERMAID,
    /** A digraph for Graphviz. */
    DOT,
    /** A picture that needs nothing else: no script, no font, no link. */
    SVG
}
