package org.ipwarehouse.samples;

/** The note that lies beside the files. */
final class Readme {
    private Readme() {}

    static String text(SampleRequest request) {
        return """
                # 演示数据 / synthetic data

                本文件夹中的所有文件由程序生成，是演示数据：企业、个人、案件、金额均为虚构，不得作为统计依据。
                Everything in this folder is synthetic. No enterprise, person, case or amount is real.

                - `exports/`：各部门按月（S26 按季）报送的文件，文件名与标题均注明“演示数据”；手工小台账（S03、S07—S12、S14、S16—S25）三年一次报齐，行数不随总行数增长。
                - `manifest.json`：每个文件的真实结果——行数、应接收、应隔离（按原因）、重复。按时间先后装载全部文件时，结果应与之相同；`received_at` 为虚构的收到时间，接收演示文件时以它为准。
                - 统一社会信用代码的主体标识码以未启用的 MY 开头；姓名写作“马某甲”；电话以 12 开头；字号含“示例”。

                行数 rows %d · 种子 seed %d · 缺陷率 defect rate %s · 生成程序版本 generator version %d

                重新生成（同样的字节）：`samples/regenerate.sh`
                """.formatted(
                request.rows(), request.seed(), request.defectRate().toPlainString(), Manifest.GENERATOR_VERSION);
    }
}
