package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.error.CancelledException;
import io.stackprofile.instantiation.RolloutReport;
import io.stackprofile.instantiation.RolloutRequest;
import io.stackprofile.instantiation.RolloutStep;
import io.stackprofile.instantiation.RolloutWave;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.access.Action;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a profile's instances to one version, target by target. Whatever it must know to go on is in their records. */
final class Rollout {

    private static final Logger LOG = LoggerFactory.getLogger(Rollout.class);

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;
    private final RolloutRequest request;

    Rollout(EngineParts parts, Caller caller, Call call, RolloutRequest request) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
        this.request = request;
    }

    RolloutReport run() {
        ProfileReader reader = new ProfileReader(parts.store(), caller);
        ProfileRecord profile = reader.readable(request.profile());
        new Gate(parts.access(), caller).require(Action.INSTANTIATE, profile.name());
        call.step("read", 0, 1);
        ProfileVersion version = new VersionChoice(reader).of(profile, request);
        Fleet fleet = new Fleet(parts, caller.organisation(), profile, reader.versions(profile), request.filter());
        List<FleetTarget> targets = fleet.targets(profile.id());
        RolloutTarget one = new RolloutTarget(parts, caller, call, request, version);
        targets.stream().filter(target -> !fleet.means(target)).forEach(one::tidy);
        List<RolloutStep> steps = steps(targets.stream().filter(fleet::means).toList(), one);
        LOG.info(
                "rolled out: profile={} version={} selected={} updated={} failed={} left={} dry={}",
                profile.id(),
                version.version(),
                steps.size(),
                count(steps, RolloutStep.Outcome.UPDATED),
                steps.stream().filter(step -> step.outcome().isFailure()).count(),
                count(steps, RolloutStep.Outcome.NOT_REACHED),
                request.dryRun());
        return RolloutReport.builder()
                .profile(profile.id())
                .version(version.version())
                .dryRun(request.dryRun())
                .addAllSteps(steps)
                .build();
    }

    private List<RolloutStep> steps(List<FleetTarget> targets, RolloutTarget one) {
        List<RolloutStep> steps = new ArrayList<>();
        List<Integer> waves = waves(targets.size());
        long failures = 0;
        boolean stopped = false;
        for (FleetTarget target : targets) {
            int wave = waves.get(steps.size());
            RolloutStep step = notReached(target, wave);
            stopped = stopped || isCancelled(wave, steps.size(), targets.size());
            if (!stopped) {
                try {
                    step = one.bring(target, wave);
                } catch (CancelledException cancelled) {
                    stopped = true;
                }
            }
            steps.add(step);
            failures += step.outcome().isFailure() ? 1 : 0;
            stopped = stopped || failures > request.toleratedFailures();
        }
        return steps;
    }

    private boolean isCancelled(int wave, int done, int all) {
        try {
            call.step("wave " + wave, done, all);
            return false;
        } catch (CancelledException cancelled) {
            return true;
        }
    }

    /** The wave of each target, in order. */
    private List<Integer> waves(int all) {
        List<Integer> waves = new ArrayList<>();
        int number = 0;
        for (RolloutWave wave : request.waves()) {
            number++;
            for (int i = 0; i < wave.of(all) && waves.size() < all; i++) {
                waves.add(number);
            }
        }
        while (waves.size() < all) {
            waves.add(number + 1);
        }
        return waves;
    }

    private static RolloutStep notReached(FleetTarget target, int wave) {
        InstantiationRecord settled = target.settled().orElseThrow();
        return RolloutTarget.step(target, settled, wave)
                .outcome(RolloutStep.Outcome.NOT_REACHED)
                .build();
    }

    private static long count(List<RolloutStep> steps, RolloutStep.Outcome outcome) {
        return steps.stream().filter(step -> step.outcome() == outcome).count();
    }

    /** What is asked of each instance. */
    static UpdateRequest update(RolloutRequest request, InstantiationRecord record, int version) {
        return UpdateRequest.builder()
                .instantiation(record.id())
                .version(version)
                .allowDeprecated(request.allowDeprecated())
                .addAllBindings(request.bindings())
                .parameterSet(request.parameterSet())
                .addAllReset(request.reset())
                .build();
    }
}
