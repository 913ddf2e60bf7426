package org.ipwarehouse.etl.jobs;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.feedback.Wording;
import org.ipwarehouse.etl.read.JudgeFactory;
import org.ipwarehouse.etl.read.SheetRules;
import org.ipwarehouse.etl.receive.ArchiveLimits;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.warehouse.api.Intake;
import org.ipwarehouse.warehouse.api.Quarantine;

/**
 * What receiving submissions needs from an installation.
 *
 * @param data the installation's data folder: originals go to {@code lake/landing}, workbooks to {@code feedback}, notes
 *     between steps to {@code jobs/receive}
 * @param repository database of the job repository, H2 or PostgreSQL; must give several connections at a time
 * @param reasonNames reason code → its meaning in Chinese
 * @param seal by which originals are sealed
 * @param sheets how sheets are taken apart in this installation
 * @param archives how much an archive may hold in this installation
 * @param wording what codes and repairs mean and how to correct them, for the feedback
 */
public record ReceiveSetup(
        Path data,
        List<Contract> contracts,
        JudgeFactory judges,
        Intake intake,
        Quarantine quarantine,
        DataSource repository,
        InstantSource clock,
        UnaryOperator<String> reasonNames,
        SealRule seal,
        SheetRules sheets,
        ArchiveLimits archives,
        Wording wording) {
    public ReceiveSetup {
        contracts = List.copyOf(contracts);
    }

    /** An installation that sets nothing about sheets and explains codes by their names only. */
    public ReceiveSetup(
            Path data,
            List<Contract> contracts,
            JudgeFactory judges,
            Intake intake,
            Quarantine quarantine,
            DataSource repository,
            InstantSource clock,
            UnaryOperator<String> reasonNames,
            SealRule seal) {
        this(
                data,
                contracts,
                judges,
                intake,
                quarantine,
                repository,
                clock,
                reasonNames,
                seal,
                SheetRules.standard(),
                ArchiveLimits.STANDARD,
                Wording.none());
    }
}
