package org.ipwarehouse.etl.draft;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.standardise.CitizenId;
import org.ipwarehouse.etl.standardise.CleanText;

/**
 * How private a column may be, by its header's words and the forms of its values. In doubt it is the more private:
 * a person can lower a class, but nobody can take a value back.
 */
final class PrivacyGuess {
    private static final Pattern SENSITIVE = Pattern.compile("身份证|证件号|证照号码|银行账|银行卡|账号|账户|病|健康|残疾|宗教|民族|户籍|护照");
    private static final Pattern PERSONAL = Pattern.compile(
            "姓名|联系人|联系方式|电话|手机|邮箱|微信|qq|住址|家庭|法定代表人|法人代表|负责人|经办人|承办人|填报人|举报人|投诉人|发明人|经营者|申诉人|代理人|性别|年龄|出生|工号|学号|车牌");
    /** Of these some are people and some are enterprises: the values tell which. */
    private static final Pattern EITHER = Pattern.compile("申请人|当事人|权利人|被申请人|相对人|原告|被告|投保人|甲方|乙方");

    private static final Pattern ORGANISATION = Pattern.compile(
            ".*(公司|企业|厂|店|部|合作社|农场|中心|局|院|所|站|校|社|行|馆|会|超市|经营部|工作室|集团|个体|政府|委员会|基地|商行|酒庄|超市)[^，,]{0,6}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final String SURNAMES =
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文纳撒拜哈丁虎买";

    private PrivacyGuess() {}

    /** @param values the column's values, without the empty ones */
    static Field.Privacy of(String label, List<String> values) {
        String word = FieldNames.key(label);
        if (SENSITIVE.matcher(word).find() || share(values, PrivacyGuess::isCitizenId) >= 0.1) {
            return Field.Privacy.S;
        }
        boolean people = PERSONAL.matcher(word).find()
                || share(values, text -> MOBILE.matcher(text).matches()) >= 0.1
                || EITHER.matcher(word).find() && share(values, PrivacyGuess::isOrganisation) < 0.9
                || share(values, PrivacyGuess::isName) >= 0.6;
        return people ? Field.Privacy.D : Field.Privacy.I;
    }

    private static double share(List<String> values, java.util.function.Predicate<String> test) {
        long hits = values.stream().map(CleanText::dense).filter(test).count();
        return values.isEmpty() ? 0 : (double) hits / values.size();
    }

    private static boolean isCitizenId(String text) {
        return text.length() == 18 && CitizenId.isValid(text.toUpperCase(Locale.ROOT));
    }

    private static boolean isOrganisation(String text) {
        return ORGANISATION.matcher(text).matches();
    }

    /** Two or three Chinese characters of which the first is a common surname. */
    private static boolean isName(String text) {
        return text.length() >= 2
                && text.length() <= 3
                && SURNAMES.indexOf(text.charAt(0)) >= 0
                && text.codePoints().allMatch(Character::isIdeographic)
                && !isOrganisation(text);
    }
}
