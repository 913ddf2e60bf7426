package org.ipwarehouse.app.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.etl.receive.Landing;
import org.ipwarehouse.etl.secret.KeyPurpose;
import org.ipwarehouse.etl.secret.KeyRing;
import org.ipwarehouse.etl.secret.Opener;
import org.ipwarehouse.etl.secret.RowPlace;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.SealedText;
import org.ipwarehouse.etl.secret.Sealer;
import org.ipwarehouse.warehouse.Warehouses;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Restricted;

/** The vault of this installation. */
final class InstalledVault implements Vault {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final Secrets secrets;
    private final Restricted restricted;

    InstalledVault(Settings settings, LakeSettings lake) {
        this.settings = settings;
        this.secrets = Secrets.of(settings);
        this.restricted = Warehouses.restricted(lake);
    }

    @Override
    public List<KeyStanding> keys() {
        List<KeyStanding> keys = new ArrayList<>(of(KeyPurpose.TOKEN, new TreeMap<>(), new TreeMap<>()));
        keys.addAll(of(KeyPurpose.SEAL, restricted.keys(), originals()));
        return List.copyOf(keys);
    }

    private List<KeyStanding> of(KeyPurpose purpose, SortedMap<String, Long> rows, SortedMap<String, Long> originals) {
        KeyRing ring = secrets.ring();
        List<String> there = ring.ids(purpose);
        String active = ring.has(purpose) ? ring.active(purpose).id() : "";
        TreeSet<String> all = new TreeSet<>(there);
        all.addAll(rows.keySet());
        all.addAll(originals.keySet());
        return all.stream()
                .map(id -> new KeyStanding(
                        purpose.name().toLowerCase(java.util.Locale.ROOT),
                        id,
                        id.equals(active),
                        there.contains(id),
                        rows.getOrDefault(id, 0L),
                        originals.getOrDefault(id, 0L)))
                .toList();
    }

    private SortedMap<String, Long> originals() {
        SortedMap<String, Long> originals = new TreeMap<>();
        if (secrets.ring().has(KeyPurpose.SEAL)) {
            Landing landing = landing(secrets.seal());
            landing.kept().forEach(sha256 -> originals.merge(landing.keyId(sha256), 1L, Long::sum));
        }
        return originals;
    }

    @Override
    public String rotate() {
        return secrets.ring().rotate(KeyPurpose.SEAL).id();
    }

    @Override
    public Resealed reseal(Consumer<String> progress) {
        try (RunLock lock = RunLock.take(settings.data())) {
            SealRule rule = secrets.seal();
            progress.accept("重新加密受控层（密钥 " + rule.key().id() + "）…");
            long rows = rows(rule);
            progress.accept("受控层 " + rows + " 行；重新加密归档原件…");
            return new Resealed(rows, originals(rule));
        }
    }

    private long rows(SealRule rule) {
        Sealer sealer = rule.sealer();
        Opener opener = new Opener(rule);
        return restricted.replace(rule.key().id(), old -> opener.resealed(parsed(old), sealer));
    }

    private long originals(SealRule rule) {
        Landing landing = landing(rule);
        return landing.kept().stream().filter(landing::reseal).count();
    }

    @Override
    public SortedMap<String, String> reveal(String submission, Origin origin) {
        String sealed = restricted
                .sealed(submission, origin)
                .orElseThrow(() -> AppErrors.nothingSealed(submission.substring(0, 8), place(origin)));
        SealedText text = parsed(sealed);
        String json = new Opener(secrets.seal()).open(text, new RowPlace(submission, text.source(), origin));
        try {
            return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            // the cause would quote the values
            throw AppErrors.sealedUnreadable(place(origin));
        }
    }

    private static SealedText parsed(String sealed) {
        return SealedText.parse(sealed).orElseThrow(() -> AppErrors.sealedUnreadable("restricted.row"));
    }

    private static String place(Origin origin) {
        return (origin.sheet() + " 第" + origin.row() + "行").strip();
    }

    private Landing landing(SealRule rule) {
        return new Landing(settings.data().resolve("lake").resolve("landing"), rule);
    }
}
