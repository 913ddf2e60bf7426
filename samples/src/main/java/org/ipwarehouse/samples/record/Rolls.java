package org.ipwarehouse.samples.record;

import java.util.List;

/** The small registers by their sources. */
final class Rolls {
    static final List<String> SOURCES = List.of(
            "S03", "S07", "S08", "S09", "S10", "S11", "S12", "S14", "S16", "S17", "S18", "S19", "S20", "S21", "S22",
            "S23", "S24", "S25");

    private final Setting setting;
    private final Relations known;
    private final JusticeRolls justice;
    private final OnlineRolls online;

    Rolls(Setting setting, Relations known) {
        this.setting = setting;
        this.known = known;
        justice = new JusticeRolls(known);
        online = new OnlineRolls(known);
    }

    Roll of(String source) {
        return switch (source) {
            case "S03" -> roll(source, year -> JusticeRolls.INSPECTIONS, justice::inspection);
            case "S07" -> roll(source, year -> known.judged(year).size(), justice::execution);
            case "S08" -> roll(source, year -> JusticeRolls.PROSECUTIONS, justice::procuratorate);
            case "S09" -> roll(source, year -> Roll.MONTHS * JusticeRolls.POLICE_CRIMES, justice::police);
            case "S10" -> roll(source, year -> known.transferred(year).size(), justice::transfer);
            case "S11" -> roll(source, year -> JusticeRolls.CLUES, justice::clue);
            case "S12" -> roll(source, justice::listings, justice::listing);
            case "S14" -> roll(source, online::events, online::event);
            case "S16" -> roll(source, year -> OnlineRolls.CLUES, online::clue);
            case "S17" ->
                roll(source, year -> OnlineRolls.ORGANS.length * OnlineRolls.CAMPAIGN.length, online::campaign);
            case "S24" -> roll(source, year -> CapacityRolls.RECORDS, CapacityRolls::capacity);
            case "S25" -> roll(source, year -> CapacityRolls.QUARTERS * CapacityRolls.LINES, CapacityRolls::budget);
            default -> service(source);
        };
    }

    private Roll service(String source) {
        return switch (source) {
            case "S18" -> roll(source, year -> ServiceRolls.NOTARISATIONS, ServiceRolls::notarisation);
            case "S19" -> roll(source, year -> ServiceRolls.MEDIATIONS, ServiceRolls::mediation);
            case "S20" -> roll(source, year -> ServiceRolls.ASSISTANCE, ServiceRolls::assistance);
            case "S21" -> roll(source, year -> ServiceRolls.PRIORITY, ServiceRolls::priority);
            case "S22" -> roll(source, year -> ServiceRolls.OVERSEAS, ServiceRolls::overseas);
            case "S23" -> roll(source, year -> ServiceRolls.CHANNELS, ServiceRolls::channel);
            default -> throw new IllegalArgumentException("No register of " + source);
        };
    }

    private Roll roll(String source, Roll.Size size, Roll.Writer writer) {
        return new Roll(source, setting, size, writer);
    }
}
