package org.ipwarehouse.etl.read;

import java.util.BitSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which people mark what stands around data: who filled the form, notes, page marks, headings, totals. */
final class RowWords {
    private static final String PEOPLE = "填表人|填报人|制表人|制表|填表|审核人|审核|复核人|复核|审批人|审定|签发人|负责人|单位负责人|部门负责人"
            + "|主要负责人|分管领导|分管负责人|统计负责人|经办人|联系人|联系电话|联系方式|电话|填报单位|制表单位|报送单位|单位|填报部门"
            + "|填报日期|填表日期|填报时间|填表时间|制表日期|制表时间|报出日期|报送日期|报送时间|打印人|打印日期|打印时间|导出人|导出日期"
            + "|导出时间|签字|签章|签名|盖章|公章|单位盖章|单位签章|数据来源|资料来源";
    private static final Pattern FOOTER = Pattern.compile(
            "^\\(?(?:" + PEOPLE + ")\\)?(?:\\([^)]*\\))*(?:$|:.*)|^(?:" + PEOPLE + ")(?:\\([^)]*\\))* \\S{1,20}$");
    private static final Pattern NOTE =
            Pattern.compile("^\\(?(?:注释?|备注|说明|附注|附件|填表说明|填报说明|指标说明|备考)\\)?\\s?(?:$|\\d*\\s?[:.、].*|\\d+$)");
    private static final Pattern PAGE =
            Pattern.compile("^第\\s?\\d+\\s?页.*|^共\\s?\\d+\\s?页.*|^-\\s?\\d+\\s?-$|^\\d+\\s?/\\s?\\d+\\s?页$"
                    + "|^(?:(?:显示|当前)第.{1,20})?(?:合计|总计|总共|共计?|查询到|本次导出)[:有]?\\s?\\d+\\s?(?:条|行|笔)(?:记录|数据)?.{0,20}$"
                    + "|^(?:总?记录总?数|总条数|数据总数)(?:为|是)?[:]?\\s?\\d+\\s?条?$|^\\(\\d+ (?:行|rows?)(?:受影响| affected)?\\)$");
    private static final Pattern HEADING =
            Pattern.compile("^(?:[一二三四五六七八九十]{1,3}[、.]|\\([一二三四五六七八九十]{1,3}\\)|第[一二三四五六七八九十]{1,3}(?:部分|类|章|节)).*"
                    + "|.*(?:统计表|明细表|登记表|情况表|汇总表|一览表|报表|台账|清单|名册)(?:\\([^)]*\\))*$");
    private static final Pattern NONE = Pattern.compile(
            "零报[告送]|零申报|[本该当](?:月|季|季度|期|年|年度|旬|周|半年)(?:[我本]?(?:单位|局|镇|乡|院|区))?(?:均|暂)?(?:无(?![法效需论])|没有|未发生|未发现)"
                    + "|无(?:此类|该类|相关|上述|新增)(?:案件|情况|数据|事项|业务|记录|报告|投诉|举报)?");
    private static final Pattern NONE_AT_ALL =
            Pattern.compile("^\\(?(?:无|零|没有|暂无|未发生|空表|(?:无|暂无|没有|未发生)(?:数据|案件|情况|记录|发生))\\)?[。.!]?$");
    private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "共计", "累计", "总合计", "合计数", "总数", "全部合计");
    private static final Pattern SCOPED_TOTAL = Pattern.compile(
            "^(?:本|上|以上|累计|截至|截止|其中|全|各|第?[一二三四1-4]季|[上下]半年|\\d{1,2}月|\\d{1,2}[-—–~至]\\d{1,2}月|20\\d{2}年).{0,8}(?:合计|总计|小计|共计|累计)$");
    private static final Pattern GROUP_TOTAL = Pattern.compile("^.{1,16}(?:合计|总计|小计|共计)$");
    private static final Pattern COUNTED = Pattern.compile("[(\\[][^)\\]]*[)\\]]$|\\d+(?:件|起|条|户|个|家)$");
    private static final int LONGEST_TOTAL = 24;
    private static final int LONGEST_MARK = 60;
    private static final String BEGINNINGS =
            "负填制审复分单部主统经联电报打导签盖公数资注备说附指第共总合显当查记-(0123456789一二三四五六七八九十零本该当无没暂未空全 \t　（－*＊【[";

    private RowWords() {}

    /** First characters of everything that this class knows, and of all that may stand before it. */
    static BitSet beginnings() {
        BitSet first = new BitSet();
        BEGINNINGS.chars().filter(c -> c < '0' || c > '9').forEach(first::set);
        return first;
    }

    /** A line below a table: who filled it, when, notes. */
    static boolean isFooter(String text) {
        if (text.length() > 400) {
            return false;
        }
        String shown = folded(text);
        return FOOTER.matcher(shown).matches()
                || FOOTER.matcher(Labels.squeeze(text)).matches()
                || NOTE.matcher(shown).matches();
    }

    /** A label such as "审核人：", which is no value of a row. */
    static boolean isLabel(String text) {
        int last = text.length() - 1;
        return last > 0 && (text.charAt(last) == '：' || text.charAt(last) == ':') || isFooter(text);
    }

    static boolean isPageMark(String text) {
        return text.length() < LONGEST_MARK && PAGE.matcher(folded(text)).matches();
    }

    /** A heading between rows: "二、版权案件", "沙坡头区知识产权案件台账". */
    static boolean isHeading(String text) {
        return text.length() < 60 && HEADING.matcher(Labels.squeeze(text)).matches();
    }

    /** A declaration that there was nothing to report (D10), within a title, a name or a cell. */
    static boolean declaresNone(String text) {
        return text.length() < 200 && NONE.matcher(Labels.squeeze(text)).find();
    }

    /** The same, where the text stands alone in its row: there "无" will do. */
    static boolean declaresNoneAlone(String text) {
        return declaresNone(text)
                || text.length() < 20
                        && NONE_AT_ALL.matcher(Labels.squeeze(text)).matches();
    }

    /** 合计, 小 计：, 总计（12件）. */
    static boolean isTotal(String text) {
        return mayBeTotal(text) && TOTALS.contains(totalWord(text));
    }

    /** 本页小计, 1-6月累计. */
    static boolean isScopedTotal(String text) {
        return mayBeTotal(text) && SCOPED_TOTAL.matcher(totalWord(text)).matches();
    }

    private static boolean mayBeTotal(String text) {
        return text.length() <= LONGEST_TOTAL && (text.indexOf('计') >= 0 || text.indexOf('数') >= 0);
    }

    /** 滨河镇小计: a total by its end only, which a name might have too. */
    static boolean isGroupTotal(String text) {
        return text.length() <= LONGEST_TOTAL
                && text.indexOf('计') > 0
                && GROUP_TOTAL.matcher(totalWord(text)).matches();
    }

    private static String totalWord(String text) {
        String word = Labels.key(text);
        return COUNTED.matcher(word).replaceFirst("");
    }

    private static String folded(String text) {
        return java.text.Normalizer.normalize(Labels.shown(text), java.text.Normalizer.Form.NFKC);
    }
}
