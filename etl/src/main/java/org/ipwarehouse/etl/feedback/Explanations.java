package org.ipwarehouse.etl.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ipwarehouse.etl.contract.ReasonCodes.Reason;
import org.ipwarehouse.warehouse.api.Rejection;

/** Reasons in the words of those who have to correct what they say. */
final class Explanations {
    private final Feedback feedback;

    Explanations(Feedback feedback) {
        this.feedback = feedback;
    }

    /** 日期非法或越界（DATE_INVALID）, each reason once. */
    String names(List<Rejection> reasons) {
        return reasons.stream().map(Rejection::code).distinct().map(this::name).collect(Collectors.joining("；"));
    }

    private String name(String code) {
        String words = feedback.reasonNames().apply(code);
        return words.equals(code) ? code : words + "（" + code + "）";
    }

    /** What is wrong and how to correct it, each with an example. */
    String remedies(List<Rejection> reasons) {
        List<String> each = reasons.stream().map(this::remedy).distinct().toList();
        if (each.size() == 1) {
            return each.get(0);
        }
        List<String> numbered = new ArrayList<>();
        each.forEach(remedy -> numbered.add((numbered.size() + 1) + ". " + remedy));
        return String.join("\n", numbered);
    }

    private String remedy(Rejection reason) {
        return reason.message().contains("例：") ? reason.message() : reason.message() + example(reason.code());
    }

    private String example(String code) {
        return feedback.details()
                .wording()
                .reasons()
                .find(code)
                .map(Reason::example)
                .filter(example -> !example.isEmpty())
                .map(example -> "例：" + example)
                .orElse("");
    }

    /** The note at a wrong cell: what, why, how, an example. */
    String note(List<Rejection> wrong) {
        return wrong.stream()
                .map(reason -> name(reason.code()) + "\n" + remedy(reason))
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
