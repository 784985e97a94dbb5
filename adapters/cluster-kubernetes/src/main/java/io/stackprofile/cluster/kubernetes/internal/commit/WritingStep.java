package io.stackprofile.cluster.kubernetes.internal.commit;

import io.stackprofile.error.CancelledException;
import io.stackprofile.error.Location;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.spi.cluster.AddonDelivery;
import io.stackprofile.spi.cluster.SecretPlace;
import java.util.Optional;
import java.util.function.Function;

/** Writes for good. */
final class WritingStep implements MemberWrites.Step {

    private final ObjectWriter writer;
    private final Readiness readiness;
    private final Function<SecretPlace, String> secrets;

    WritingStep(ObjectWriter writer, Readiness readiness, Function<SecretPlace, String> secrets) {
        this.writer = writer;
        this.readiness = readiness;
        this.secrets = secrets;
    }

    @Override
    public ObjectResult write(PlannedObject object, Location at) {
        return writer.write(object, before -> object.filled(secrets), at);
    }

    @Override
    public ObjectResult await(ObjectResult written, Location at) {
        return readiness.await(written, at);
    }

    @Override
    public ObjectResult deliver(PlannedMember member) {
        try {
            Optional<AddonDelivery> delivery = member.delivery();
            return ObjectResult.of(delivery.orElseThrow().deliver());
        } catch (CancelledException stopped) {
            throw stopped;
        } catch (StackProfileException failure) {
            return ObjectResult.failed(failure);
        }
    }
}
