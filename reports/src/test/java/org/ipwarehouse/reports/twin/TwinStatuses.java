package org.ipwarehouse.reports.twin;

import java.time.YearMonth;
import java.util.Set;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;

/** What is wrong with some figures of the twin, so that each status is seen. */
final class TwinStatuses {
    private static final Set<String> WORKING_DAYS = Set.of("XZ06", "GS01", "TS03", "TS07");
    private static final YearMonth NEW_RULES = YearMonth.of(2026, 4);
    private static final YearMonth HOLIDAYS_UNKNOWN = YearMonth.of(2024, 1);
    private static final YearMonth TRACE_MISSING = YearMonth.of(2026, 8);
    private static final YearMonth CASES_PARTLY = YearMonth.of(2026, 9);

    private TwinStatuses() {}

    static FigureStatus of(Passport p, Period period, boolean noDenominator) {
        String code = p.id().code();
        if (code.equals("TS04") && !period.last().isBefore(NEW_RULES)) {
            return FigureStatus.NOT_CONFIGURED;
        }
        if (code.startsWith("ZS0")
                && p.sources().contains("S13")
                && period.months().contains(TRACE_MISSING)) {
            return period.kind() == Period.Kind.MONTH ? FigureStatus.MISSING : incomplete(p, noDenominator);
        }
        if (p.isRate() && noDenominator) {
            return FigureStatus.NO_DENOMINATOR;
        }
        if (code.equals("XZ03") && period.months().contains(CASES_PARTLY)) {
            return FigureStatus.INCOMPLETE;
        }
        boolean provisional = WORKING_DAYS.contains(code) && !period.last().isBefore(HOLIDAYS_UNKNOWN);
        return provisional ? FigureStatus.PROVISIONAL : FigureStatus.OK;
    }

    private static FigureStatus incomplete(Passport p, boolean noDenominator) {
        return p.isRate() && noDenominator ? FigureStatus.NO_DENOMINATOR : FigureStatus.INCOMPLETE;
    }

    static String note(FigureStatus status) {
        return switch (status) {
            case OK -> "";
            case PROVISIONAL -> "宁夏地方节假日尚未录入，按全国工作日历计算。";
            case INCOMPLETE -> "本期应报数据未到齐。";
            case MISSING -> "本期没有收到应报数据。";
            case NO_DENOMINATOR -> "本期分母为0。";
            case REFERENCE -> "部分记录缺关键项，只作参考。";
            case UNRELIABLE -> "缺关键项的记录过多，不发布。";
            case SUPPRESSED -> "为保护可识别主体，不公布。";
            case NOT_CONFIGURED -> "2026年4月15日起施行的新办法的期限尚未录入，不计算。";
        };
    }
}
