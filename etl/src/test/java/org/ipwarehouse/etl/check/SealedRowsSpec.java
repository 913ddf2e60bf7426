package org.ipwarehouse.etl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipwarehouse.etl.read.ReturnColumns;
import org.ipwarehouse.etl.secret.KeyPurpose;
import org.ipwarehouse.etl.secret.KeyRing;
import org.ipwarehouse.etl.secret.Opener;
import org.ipwarehouse.etl.secret.RowPlace;
import org.ipwarehouse.etl.secret.SealAlgorithm;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.SealedText;
import org.ipwarehouse.etl.secret.TokenAlgorithm;
import org.ipwarehouse.etl.secret.TokenRule;
import org.ipwarehouse.warehouse.api.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a judge hides leaves sealed, and opens again at its own row. Drawn rows stand on sheet 3月, row 17. */
class SealedRowsSpec {
    private static final String SUBMISSION = "ab".repeat(32);

    private final KeyRing ring;
    private final SealRule seal;
    private final RowSecrets secrets;

    SealedRowsSpec(@TempDir Path temp) {
        this.ring = KeyRing.at(temp.resolve("keys"), temp.resolve("data"));
        this.seal = new SealRule(ring.active(KeyPurpose.SEAL), SealAlgorithm.AES_256_GCM);
        TokenRule tokens = new TokenRule(ring.active(KeyPurpose.TOKEN), TokenAlgorithm.HMAC_SM3);
        this.secrets = RowSecrets.of(tokens, seal).boundTo(SUBMISSION);
    }

    @Test
    void an_accepted_row_seals_its_personal_values_as_sent_by_field() {
        Desk row = Desk.good("S04").with("complainant", " 马建国").with("phone", "138-1234-5678");
        assertThat(opened("S04", row)).isEqualTo("{\"complainant\":\" 马建国\",\"phone\":\"138-1234-5678\"}");
    }

    @Test
    void free_text_in_which_something_was_masked_is_sealed_whole() {
        Desk row = Desk.good("S01").with("facts", "当事人马建国(11010519491231002X)售假");
        assertThat(row.stored("facts")).isEqualTo("当事人马＊＊(＊＊＊)售假");
        assertThat(opened("S01", row)).isEqualTo("{\"facts\":\"当事人马建国(11010519491231002X)售假\"}");
        assertThat(row.judged().warnings).singleElement().asString().startsWith("PII_IN_PUBLIC_FIELD@17 违法事实");
    }

    @Test
    void a_row_that_hides_nothing_seals_nothing() {
        assertThat(Desk.good("S02").secrets(secrets).judged().sealed).containsExactly("");
    }

    @Test
    void a_rejected_row_seals_its_masked_cells_as_sent_by_header() {
        Desk row = Desk.good("S04").with("complainant_id", "110105194912310021").extra("联系人手机", "13711112222");
        assertThat(opened("S04", row))
                .isEqualTo("{\"投诉人姓名\":\"马建国\",\"投诉人联系电话\":\"13812345678\","
                        + "\"投诉人证件号\":\"110105194912310021\",\"联系人手机\":\"13711112222\"}");
    }

    @Test
    void a_natural_person_as_party_is_shown_as_surname_and_keyed_by_a_token() {
        Desk row = Desk.good("S01")
                .with("party_name", "马建国")
                .with("party_kind", "自然人")
                .without("uscc")
                .with("party_id_type", "身份证")
                .with("party_id_no", "11010519491231002X")
                .with("facts", "马建国在其店内销售侵权商品");
        assertThat(row.stored("party_name")).isEqualTo("马＊＊");
        assertThat(row.stored("facts")).isEqualTo("马＊＊在其店内销售侵权商品");
        assertThat(row.accepted().key()).doesNotContain("马建国").doesNotContain("马＊＊");
        assertThat(opened("S01", row)).contains("\"party_name\":\"马建国\"");
        assertThat(Desk.good("S01").stored("party_name")).isEqualTo("沙坡头区鼓楼烟酒店");
    }

    /** The judge goes to an executor, which has the key folder and makes the same tokens there. */
    @Test
    void a_judge_travels_without_a_key() throws IOException, ClassNotFoundException {
        ContractJudge judge = Desk.good("S04").secrets(secrets).judge();
        judge.judge(Rows.row(""), new Rows.Memory());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(judge);
        }
        String sent = bytes.toString(StandardCharsets.ISO_8859_1);
        for (KeyPurpose purpose : KeyPurpose.values()) {
            String id = ring.active(purpose).id();
            String name = (purpose == KeyPurpose.SEAL ? "seal-" : "token-") + id + ".key";
            String hex = Files.readString(ring.folder().resolve(name)).strip();
            byte[] key = java.util.HexFormat.of().parseHex(hex);
            assertThat(sent).contains(id).doesNotContain(hex);
            assertThat(sent).doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isInstanceOf(ContractJudge.class);
        }
    }

    /** What the feedback workbook shows and hides of a rejected row, sent back with one cell corrected. */
    @Test
    void a_row_that_comes_back_is_completed_where_it_is_still_masked_and_changed_where_it_was_changed() {
        Rows.Memory returned = Desk.good("S04")
                .with("complainant_id", "110105194912310021")
                .with("reject_reason", "投诉人马建国，电话13812345678，未提供证据")
                .secrets(secrets)
                .judged();
        String sealed = returned.sealed.get(0);
        assertThat(returned.rejected.get(0).cells()).contains("投诉人马＊＊，电话＊＊＊，未提供证据");

        Desk corrected = Desk.good("S04")
                .with("complainant", "＊＊＊")
                .with("phone", "13900001111")
                .with("complainant_id", "11010519491231002X")
                .with("reject_reason", "投诉人马＊＊，电话＊＊＊，未提供证据")
                .extra(ReturnColumns.SEALED, sealed);
        assertThat(opened("S04", corrected))
                .contains("\"complainant\":\"马建国\"")
                .contains("\"phone\":\"13900001111\"")
                .contains("\"reject_reason\":\"投诉人马建国，电话13812345678，未提供证据\"");
        assertThat(corrected.stored("complainant_token"))
                .isEqualTo(Desk.good("S04").secrets(secrets).stored("complainant_token"));
        assertThat(corrected.stored("reject_reason")).isEqualTo("投诉人马＊＊，电话＊＊＊，未提供证据");
    }

    @Test
    void a_seal_of_another_source_or_a_broken_one_completes_nothing_and_stops_nothing() {
        String ofS26 = Desk.good("S26").secrets(secrets).judged().sealed.get(0);
        String broken = ofS26.replace("S26", "S04");
        String unknownKey = "00000000" + broken.substring(8);
        for (String seal : new String[] {ofS26, broken, unknownKey, "＊＊＊", "x"}) {
            Desk row = Desk.good("S04").with("phone", "＊＊＊").extra(ReturnColumns.SEALED, seal);
            assertThat(row.secrets(secrets).stored("phone_token")).as(seal).isNull();
        }
    }

    private String opened(String source, Desk row) {
        Rows.Memory memory = row.secrets(secrets).judged();
        SealedText sealed = SealedText.parse(memory.sealed.get(0)).orElseThrow();
        assertThat(sealed.keyId()).isEqualTo(seal.key().id());
        return new Opener(seal).open(sealed, new RowPlace(SUBMISSION, source, new Origin("3月", 17)));
    }
}
