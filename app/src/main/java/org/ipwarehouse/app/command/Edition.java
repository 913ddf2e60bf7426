package org.ipwarehouse.app.command;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.etl.standardise.PersonalData;
import org.ipwarehouse.reports.release.Editions;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.ReleaseDesk.Person;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/** How editions, people and moments are written on the command line. */
final class Edition {
    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Edition() {}

    static Person person(String name, String reason, Instant now) {
        if (name.isBlank()) {
            throw AppErrors.usage("--by 不能为空。");
        }
        return new Person(name.strip(), now, PersonalData.maskFreeText(reason.strip()));
    }

    /** @param text local date and time, "" for none */
    static @Nullable Instant moment(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.strip().replace(' ', 'T'))
                    .atZone(BUSINESS)
                    .toInstant();
        } catch (DateTimeParseException notAMoment) {
            throw AppErrors.usage("'" + text + "' 不是时间；请写 2026-10-20T09:00。");
        }
    }

    static String shown(Instant moment) {
        return SHOWN.format(moment.atZone(BUSINESS));
    }

    static String software() {
        String version = Editions.class.getPackage().getImplementationVersion();
        return "ipw " + (version == null ? "0.1.0" : version);
    }

    /** One line for a list. */
    static String line(Release release) {
        return release.id() + "  " + (release.isSynthetic() ? "演示数据  " : "")
                + release.state().labelZh() + "  "
                + release.last().by() + "  " + shown(release.last().at())
                + (release.last().reason().isEmpty()
                        ? ""
                        : "  " + release.last().reason());
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where there is no such edition, naming those there are */
    static Release known(Warehouse door, String id) {
        List<Release> all = door.releases();
        return all.stream()
                .filter(release -> release.id().equals(id))
                .findFirst()
                .orElseThrow(() -> AppErrors.unknown(
                        "版次", id, all.stream().map(Release::id).toList()));
    }

    /** Drafts an edition, and says what would hold it back. */
    static int drafted(Desk desk, Settings settings, Editions.Writing writing, Person writer) {
        Editions.Drafted drafted =
                desk.rooms().edited(settings, writer.at(), editions -> editions.draft(writing, writer));
        drafted.objections().forEach(objection -> desk.note("尚不能审核：" + objection));
        desk.answer(desk.read(settings), lines(drafted));
        return 0;
    }

    private static List<String> lines(Editions.Drafted drafted) {
        List<String> lines = new ArrayList<>();
        lines.add(line(drafted.release()));
        drafted.release()
                .documents()
                .forEach(d -> lines.add(drafted.folder().resolve(d.name()).toString()));
        return lines;
    }
}
