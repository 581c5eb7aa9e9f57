package dev.milliner.build.koji;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** XML-RPC as Koji speaks it, with {@code nil}. Values are maps, lists, texts, numbers, truth values and null. */
final class XmlRpc {
    private XmlRpc() {}

    /** A call of a method. */
    record Call(String method, List<@Nullable Object> parameters) {
        /** The last struct where it holds keyword arguments, as Koji marks them. */
        Map<String, @Nullable Object> keywords() {
            return !parameters.isEmpty()
                            && parameters.getLast() instanceof Map<?, ?> last
                            && last.containsKey("__starstar")
                    ? struct(last)
                    : Map.of();
        }

        /** An argument by its place, else by its name. */
        @Nullable
        Object argument(int place, String name) {
            int places = parameters.size() - (keywords().isEmpty() ? 0 : 1);
            return place < places ? parameters.get(place) : keywords().get(name);
        }
    }

    /** What a hub answers in place of a value. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int code;

        Fault(int code, String message) {
            super(message);
            this.code = code;
        }

        int code() {
            return code;
        }

        Map<String, @Nullable Object> struct() {
            return fields("faultCode", code, "faultString", getMessage());
        }
    }

    /** A struct of names and values in turn. */
    static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> struct = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            struct.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return struct;
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> struct(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, @Nullable Object>) value;
    }

    static Call call(String xml) throws IOException {
        Element root = parse(xml);
        List<@Nullable Object> parameters = new ArrayList<>();
        for (Element params : children(root, "params")) {
            children(params, "param").forEach(param -> parameters.add(value(child(param))));
        }
        return new Call(children(root, "methodName").getFirst().getTextContent().strip(), parameters);
    }

    /** The value of an answer. */
    static @Nullable Object answer(String xml) throws IOException {
        Element content = child(parse(xml));
        if (content.getTagName().equals("fault")) {
            Map<String, @Nullable Object> fault = struct(value(child(content)));
            throw new Fault(
                    Integer.parseInt(String.valueOf(fault.get("faultCode"))), String.valueOf(fault.get("faultString")));
        }
        return value(child(child(content)));
    }

    static String answering(@Nullable Object value) {
        return "<?xml version='1.0'?>\n<methodResponse>\n<params>\n<param>\n" + xml(value)
                + "</param>\n</params>\n</methodResponse>\n";
    }

    static String answering(Fault fault) {
        return "<?xml version='1.0'?>\n<methodResponse>\n<fault>\n" + xml(fault.struct())
                + "</fault>\n</methodResponse>\n";
    }

    private static String xml(@Nullable Object value) {
        return "<value>" + content(value) + "</value>\n";
    }

    private static String content(@Nullable Object value) {
        return switch (value) {
            case null -> "<nil/>";
            case Integer number -> "<int>" + number + "</int>";
            case Double number -> "<double>" + number + "</double>";
            case Boolean truth -> "<boolean>" + (truth ? 1 : 0) + "</boolean>";
            case String text -> "<string>" + escaped(text) + "</string>";
            case List<?> list -> {
                StringBuilder data = new StringBuilder("<array><data>\n");
                list.forEach(item -> data.append(xml(item)));
                yield data + "</data></array>";
            }
            case Map<?, ?> map -> {
                StringBuilder members = new StringBuilder("<struct>\n");
                map.forEach((name, item) -> members.append("<member>\n<name>")
                        .append(escaped(String.valueOf(name)))
                        .append("</name>\n")
                        .append(xml(item))
                        .append("</member>\n"));
                yield members + "</struct>";
            }
            default -> throw new IllegalArgumentException("no value of XML-RPC: " + value.getClass());
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static @Nullable Object value(Element value) {
        List<Element> types = elements(value);
        if (types.isEmpty()) {
            return value.getTextContent();
        }
        Element type = types.getFirst();
        String text = type.getTextContent();
        return switch (type.getTagName()) {
            case "nil" -> null;
            case "int", "i4", "i8" -> Integer.parseInt(text.strip());
            case "double" -> Double.parseDouble(text.strip());
            case "boolean" -> text.strip().equals("1");
            case "string" -> text;
            case "array" -> {
                List<@Nullable Object> list = new ArrayList<>();
                elements(child(type)).forEach(item -> list.add(value(item)));
                yield list;
            }
            case "struct" -> {
                Map<String, @Nullable Object> struct = new LinkedHashMap<>();
                for (Element member : children(type, "member")) {
                    struct.put(
                            children(member, "name").getFirst().getTextContent(),
                            value(children(member, "value").getFirst()));
                }
                yield struct;
            }
            default -> throw new IllegalArgumentException("no type of XML-RPC: " + type.getTagName());
        };
    }

    private static Element parse(String xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException broken) {
            throw new IOException("no XML-RPC: " + broken.getMessage(), broken);
        }
    }

    private static Element child(Element parent) {
        return elements(parent).getFirst();
    }

    private static List<Element> children(Element parent, String name) {
        return elements(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .toList();
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
