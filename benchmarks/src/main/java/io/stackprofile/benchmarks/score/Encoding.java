package io.stackprofile.benchmarks.score;

import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlScalar;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a leaf's text can be read as. */
enum Encoding {
    JSON {
        @Override
        boolean reads(String text) {
            return text.matches("(?s)\\s*[\\[{].*") && isJson(text);
        }
    },
    XML {
        @Override
        boolean reads(String text) {
            return text.matches("(?s)\\s*<.*") && isXml(text);
        }
    },
    YAML {
        @Override
        boolean reads(String text) {
            return text.matches("(?s).*\\n.*|\\s*[\\[{].*") && isYaml(text);
        }
    };

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Whether a reader of this encoding makes a structure of {@code text}. */
    abstract boolean reads(String text);

    /** The first that reads {@code text}; none for plain words and lines of other languages. */
    static Optional<Encoding> of(String text) {
        for (Encoding encoding : values()) {
            if (encoding.reads(text)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    /** The text that {@code base64} encodes; empty when it encodes no text. */
    static Optional<String> decoded(String base64) {
        String bare = base64.replaceAll("\\s", "");
        if (bare.length() < 4) {
            return Optional.empty();
        }
        try {
            byte[] bytes = bare.indexOf('-') >= 0 || bare.indexOf('_') >= 0
                    ? Base64.getUrlDecoder().decode(bare)
                    : Base64.getDecoder().decode(bare);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException none) {
            return Optional.empty();
        }
    }

    private static boolean isJson(String text) {
        try {
            MAPPER.readTree(text);
            return true;
        } catch (JacksonException broken) {
            return false;
        }
    }

    private static boolean isYaml(String text) {
        try {
            return YamlFile.parse(text).documents().stream()
                    .flatMap(document -> document.root().stream())
                    .anyMatch(root -> !(root.resolve() instanceof YamlScalar));
        } catch (YamlException broken) {
            return false;
        }
    }

    private static boolean isXml(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            builder.parse(new InputSource(new StringReader(text.strip())));
            return true;
        } catch (SAXException | IOException broken) {
            return false;
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException("every Java platform reads XML safely", missing);
        }
    }
}
