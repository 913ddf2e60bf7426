package org.ipwarehouse.app.command;

import picocli.CommandLine.Command;

/** Editions from draft to publication. */
@Command(
        name = "release",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "公报版次：编制（draft）→ 审核（review）→ 签发（sign）；撤回、更正、核验。",
            "Editions: draft, review, sign; withdraw, correct, verify."
        })
final class ReleaseCommand {}
