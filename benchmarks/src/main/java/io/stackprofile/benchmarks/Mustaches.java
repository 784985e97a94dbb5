package io.stackprofile.benchmarks;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** mustache.java: each member compiled once, executed into a writer that has the room it needs. */
final class Mustaches {

    static final String OPEN = "<%";
    static final String CLOSE = "%>";

    private final List<Mustache> templates = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final Map<String, String> values;

    Mustaches(BoundStack stack) {
        DefaultMustacheFactory factory = new DefaultMustacheFactory();
        for (MemberSource member : stack.members()) {
            if (member.text().contains(OPEN)) {
                throw new IllegalStateException("a text that has mustache's delimiters by itself");
            }
            templates.add(factory.compile(new StringReader(member.mustache()), "m" + templates.size(), OPEN, CLOSE));
            sizes.add(member.text().length() + 64);
        }
        this.values = stack.textValues();
    }

    List<String> bind() {
        List<String> bound = new ArrayList<>(templates.size());
        for (int i = 0; i < templates.size(); i++) {
            StringWriter out = new StringWriter(sizes.get(i));
            templates.get(i).execute(out, values);
            bound.add(out.toString());
        }
        return bound;
    }
}
