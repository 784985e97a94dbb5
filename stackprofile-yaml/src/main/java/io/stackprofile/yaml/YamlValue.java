package io.stackprofile.yaml;

import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a scalar means to Kubernetes' reader. Two values are equal when kind and content are.
 */
public final class YamlValue {
    /** The types a scalar can have. */
    public enum Kind {
        /** Nothing. */
        NULL,
        /** True or false. */
        BOOLEAN,
        /** A whole number of 64 bits, signed or unsigned. */
        INTEGER,
        /** A finite binary64 number. */
        FLOAT,
        /** Text. */
        STRING
    }

    static final YamlValue NULL = new YamlValue(Kind.NULL, null);
    static final YamlValue TRUE = new YamlValue(Kind.BOOLEAN, true);
    static final YamlValue FALSE = new YamlValue(Kind.BOOLEAN, false);

    private final Kind kind;
    private final @Nullable Object tree;

    private YamlValue(Kind kind, @Nullable Object tree) {
        this.kind = kind;
        this.tree = tree;
    }

    /**
     * The value of a plain Java object: null, Boolean, String, a whole number (Byte to Long, BigInteger) or a Float or
     * Double or BigDecimal, which become binary64.
     *
     * @throws IllegalArgumentException for any other type and for numbers that are not finite
     */
    public static YamlValue of(@Nullable Object tree) {
        if (tree == null) {
            return NULL;
        }
        if (tree instanceof Boolean bool) {
            return bool ? TRUE : FALSE;
        }
        if (tree instanceof String text) {
            return string(text);
        }
        if (tree instanceof Number number) {
            return number(number);
        }
        throw new IllegalArgumentException("no scalar: " + tree.getClass().getName());
    }

    static YamlValue string(String text) {
        return new YamlValue(Kind.STRING, text);
    }

    private static YamlValue number(Number number) {
        if (number instanceof BigInteger big) {
            return big.bitLength() < 64 ? integer(big.longValue()) : new YamlValue(Kind.INTEGER, big);
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return integer(number.longValue());
        }
        return decimal(number.doubleValue());
    }

    static YamlValue integer(long number) {
        return new YamlValue(Kind.INTEGER, number);
    }

    static YamlValue decimal(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("JSON has no such number");
        }
        return new YamlValue(Kind.FLOAT, number);
    }

    /** Its type. */
    public Kind kind() {
        return kind;
    }

    /** Null, Boolean, Long, BigInteger (beyond a long), Double or String. */
    public @Nullable Object tree() {
        return tree;
    }

    /** Its JSON text; numbers are written as Go writes them. */
    public String json() {
        if (tree instanceof String text) {
            return JsonText.quote(text);
        }
        return tree instanceof Double number ? GoFloat.json(number) : String.valueOf(tree);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof YamlValue that && kind == that.kind && Objects.equals(tree, that.tree);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, tree);
    }

    /** The kind only: a value may be a secret. */
    @Override
    public String toString() {
        return "YamlValue[" + kind + "]";
    }
}
