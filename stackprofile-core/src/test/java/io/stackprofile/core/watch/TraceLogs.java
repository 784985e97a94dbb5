package io.stackprofile.core.watch;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** The tests' logging: every level is on, and a thread that asks for it gets what it logged. */
public final class TraceLogs implements SLF4JServiceProvider {

    private static final ThreadLocal<List<String>> LINES = new ThreadLocal<>();

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    /** Keeps what this thread logs from now on, in the list that it gives. */
    public static List<String> begin() {
        List<String> lines = new ArrayList<>();
        LINES.set(lines);
        return lines;
    }

    /** Keeps no more. */
    public static void end() {
        LINES.remove();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Line::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    private static final class Line extends LegacyAbstractLogger implements Logger {

        private static final long serialVersionUID = 1;

        Line(String name) {
            this.name = name;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String message, Object[] arguments, Throwable thrown) {
            List<String> lines = LINES.get();
            if (lines != null) {
                String text = MessageFormatter.basicArrayFormat(message, arguments);
                lines.add(level + " " + name + " " + text + " " + Words.of(new Object[] {arguments, thrown}));
            }
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return Line.class.getName();
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
