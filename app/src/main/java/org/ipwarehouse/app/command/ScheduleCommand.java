package org.ipwarehouse.app.command;

import java.util.concurrent.Callable;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.schedule.Schedule;
import org.ipwarehouse.app.wiring.Works;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps the timetable of {@code ipw.yaml}. */
@Command(
        name = "schedule",
        description = {
            "按设置里的日程运行：同一时间只运行一个，错过的补做一次；结果见 ipw status。",
            "Runs flows by the timetable of ipw.yaml: one at a time, a missed one caught up once; see ipw status."
        })
final class ScheduleCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--once",
            description = {"只做现在到期的，然后结束", "run what is due now and end"})
    boolean once;

    ScheduleCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        if (settings.timetable().isEmpty()) {
            throw AppErrors.usage("设置里没有日程（schedule），无事可做。");
        }
        try (Works works = desk.rooms().open(settings, desk.clock().instant())) {
            works.ledger().closeInterrupted(desk.clock().instant());
            Schedule schedule = new Schedule(settings.timetable(), works.ledger(), desk.clock(), desk::note);
            schedule.enrol();
            keep(schedule, settings, works);
            return 0;
        }
    }

    private void keep(Schedule schedule, Settings settings, Works works) {
        try (Stopping stopping = Stopping.onSignal()) {
            Flows flows = new Flows(desk, settings, stopping);
            Schedule.Worker worker = appointment -> flows.keep(works, appointment);
            if (once) {
                desk.print("到期 " + schedule.runDue(worker) + " 项");
                return;
            }
            schedule.keep(worker, duration -> !stopping.await(duration));
            desk.note("日程已停止。");
        }
    }
}
