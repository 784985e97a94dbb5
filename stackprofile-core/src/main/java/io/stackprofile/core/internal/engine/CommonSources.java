package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.capture.CaptureSource;
import io.stackprofile.capture.MultiCaptureReport;
import io.stackprofile.capture.MultiCaptureRequest;
import io.stackprofile.core.internal.capture.CapturedStack;
import io.stackprofile.core.internal.capture.StackCapture;
import io.stackprofile.core.internal.many.CommonReport;
import io.stackprofile.core.internal.many.CommonStack;
import io.stackprofile.core.internal.many.SourceStack;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stacks of a capture from several clusters, each redacted; they and their plaintexts live for one call. */
final class CommonSources implements AutoCloseable {

    private final EngineParts parts;
    private final MultiCaptureRequest request;
    private final Call call;
    private final List<CapturedStack> captured = new ArrayList<>();
    private final SecretLedger ledger = SecretLedger.empty();
    private final Redactor redactor;
    private Sweep sweep = Sweep.of(ledger);

    private CommonSources(EngineParts parts, MultiCaptureRequest request, Call call) {
        this.parts = parts;
        this.request = request;
        this.call = call;
        this.redactor = parts.redactor(Policies.storing(parts, request.redaction()));
    }

    static CommonSources read(EngineParts parts, Caller caller, Call call, MultiCaptureRequest request) {
        CommonSources sources = new CommonSources(parts, request, call);
        try {
            sources.read(caller);
            return sources;
        } catch (RuntimeException | Error failure) {
            sources.close();
            throw failure;
        }
    }

    private void read(Caller caller) {
        ClusterFinder clusters = new ClusterFinder(parts.clusters(), caller);
        for (CaptureSource source : request.sources()) {
            call.step("read", captured.size(), request.sources().size());
            StackSnapshot snapshot = clusters.stack(source.cluster(), source.stack());
            CapturedStack stack = StackCapture.capture(
                    snapshot,
                    request.includeAddonConfigurations(),
                    Optional.empty(),
                    redactor.knowing(
                            caller.subject(), caller.organisation(), request.name(), source.cluster(), source.stack()),
                    parts.limits(),
                    call::step);
            captured.add(stack);
            stack.ledger().entries().forEach(this::note);
        }
        sweep = Sweep.of(ledger);
    }

    private void note(SecretLedger.Entry entry) {
        if (entry.line()) {
            ledger.addLine(entry.rule(), entry.plaintext());
        } else {
            ledger.add(entry.rule(), entry.plaintext());
        }
    }

    CapturedStack lead() {
        return captured.get(0);
    }

    /** Knows the secrets of every source. */
    Sweep sweep() {
        return sweep;
    }

    CommonStack common() {
        call.step("compare", 0, 1);
        List<SourceStack> stacks = new ArrayList<>();
        for (CapturedStack stack : captured) {
            Map<String, String> secrets = new HashMap<>();
            stack.secrets().forEach(secrets::put);
            stacks.add(new SourceStack(stack.spec(), stack.parameters(), secrets));
        }
        StackSpec nothing = StackSpec.builder().build();
        CommonStack.Guard guard = new CommonStack.Guard(
                text -> sweep.find(text).isEmpty(),
                parameter -> redactor.scan(nothing, List.of(parameter), RedactionContext.none())
                        .isEmpty(),
                sweep::mask);
        return CommonStack.of(stacks, guard, parts.limits());
    }

    MultiCaptureReport report(CommonStack common) {
        MultiCaptureReport report = CommonReport.of(
                request.sources(), captured.stream().map(CapturedStack::report).toList(), common);
        sweep.requireAbsent("the report of the capture", report.toString());
        common.values()
                .forEach(values -> values.forEach((name, value) -> {
                    sweep.requireAbsent("the value of parameter " + name, value.text());
                    sweep.requireAbsent(
                            "the value of parameter " + name, value.spelling().orElse(""));
                }));
        return report;
    }

    @Override
    public void close() {
        captured.forEach(CapturedStack::close);
        ledger.close();
    }
}
