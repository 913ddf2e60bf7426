package org.ipwarehouse.etl.contract;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reason code → what it means, how the department corrects it, an example: the words of messages and feedback. */
public final class ReasonCodes implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, Reason> byCode = new LinkedHashMap<>();

    private ReasonCodes() {}

    /**
     * One reason, in Chinese.
     *
     * @param title a few words
     * @param scope what it strikes: 行, 整表, 整文件
     * @param verdict 拒收, 隔离, 告警 or 遮蔽并告警
     * @param what what is wrong, one sentence
     * @param how how to correct it, one sentence
     * @param example a wrong and a right value, or a right one
     */
    public record Reason(
            String code, String title, String scope, String verdict, String what, String how, String example)
            implements Serializable {}

    /** No code is explained. */
    public static ReasonCodes none() {
        return new ReasonCodes();
    }

    static ReasonCodes of(CodeList list) {
        ReasonCodes codes = new ReasonCodes();
        for (CodeEntry e : list.entries()) {
            Reason reason = new Reason(
                    e.code(),
                    e.label(),
                    e.attribute("scope"),
                    e.attribute("verdict"),
                    e.attribute("what"),
                    e.attribute("how_to_correct"),
                    e.attribute("example"));
            codes.byCode.put(e.code(), reason);
        }
        return codes;
    }

    public Optional<Reason> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** A code that the loader has made sure of. @throws IllegalArgumentException if it is unknown */
    public Reason require(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No reason code '" + code + "'"));
    }

    /** In the order of the file. */
    public List<Reason> all() {
        return List.copyOf(byCode.values());
    }
}
