package io.stackprofile.core.internal.redact.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Reads a crontab: what it sets, and the commands behind the times. */
final class CrontabReader implements TextReader {

    private static final Pattern TIME =
            Pattern.compile("^\\s*(?:@[a-z]+|(?:[0-9*/,A-Za-z?-]+[ \\t]+){4}[0-9*/,A-Za-z?-]+)[ \\t]+");

    @Override
    public List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        for (Lines line : Lines.of(text)) {
            Matcher time = TIME.matcher(text.substring(line.from(), line.to()));
            int from = time.find() ? line.from() + time.end() : line.from();
            if (line.opens("#")) {
                entries.add(Entry.remark(text, line.from(), line.to()));
            } else {
                ShellReader.read(text, from, line.to(), entries);
            }
        }
        return Spans.apart(entries);
    }
}
