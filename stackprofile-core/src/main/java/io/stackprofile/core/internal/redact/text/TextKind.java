package io.stackprofile.core.internal.redact.text;

import java.util.List;
import java.util.Locale;

/** The kinds of documents that configuration keeps in strings. */
public enum TextKind {
    /** Read as a tree, with all that its places say. */
    YAML,
    /** The same. */
    JSON,
    PROPERTIES,
    INI,
    ENV,
    TOML,
    XML,
    DIRECTIVES,
    /** Code whose remarks begin with {@code #} or two slashes; Terraform's language too. */
    CODE,
    /** Code whose remarks begin with {@code %} or {@code ;}: Erlang, Lisp. */
    OTHER_CODE,
    /** Configuration in blocks whose values may be bare words: HOCON, what looks like Terraform's language. */
    BLOCKS,
    SHELL,
    SQL,
    LDIF,
    NETRC,
    PGPASS,
    USER_PASSWORD,
    USERLIST,
    /** A user, a sign, a password, and perhaps roles behind a comma. */
    USERS,
    /** A login configuration of Java. */
    JAAS,
    DOCKERFILE,
    CRONTAB,
    /** A connection string of ADO, ODBC or Azure, or a cookie. */
    CONNECTION;

    /** Whether it is read as a tree. */
    public boolean isTree() {
        return this == YAML || this == JSON;
    }

    /** Whether the reader makes sense of every word, so that nothing is left for the scan of unparsed text. */
    public boolean isWhole() {
        return this == CODE
                || this == OTHER_CODE
                || this == SHELL
                || this == SQL
                || this == DOCKERFILE
                || this == CRONTAB;
    }

    /** Whether a bare word may be a formula. */
    public boolean isCode() {
        return this == BLOCKS;
    }

    /** The values in {@code text}, in order, none overlapping; none for a tree. */
    public List<Entry> read(String text) {
        return reader().read(text);
    }

    private TextReader reader() {
        return switch (this) {
            case YAML, JSON -> text -> List.of();
            case PROPERTIES -> new PropertiesReader();
            case INI -> new IniReader();
            case ENV -> new EnvReader();
            case TOML -> new TomlReader();
            case XML -> new XmlReader();
            case DIRECTIVES -> new DirectiveReader();
            case CODE, BLOCKS -> new CodeReader("#");
            case OTHER_CODE -> new CodeReader("%;");
            case SHELL -> new ShellReader();
            case SQL -> new SqlReader();
            case LDIF -> new LdifReader();
            case NETRC -> new NetrcReader();
            case PGPASS -> new ColonReader(ColonReader.Shape.FIFTH);
            case USER_PASSWORD -> new ColonReader(ColonReader.Shape.SECOND);
            case USERLIST -> new ColonReader(ColonReader.Shape.QUOTED);
            case USERS -> new ColonReader(ColonReader.Shape.NAMED);
            case JAAS -> new JaasReader();
            case DOCKERFILE -> new DockerfileReader();
            case CONNECTION -> new ConnectionReader();
            case CRONTAB -> new CrontabReader();
        };
    }

    /** What a decode chain calls it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
