package org.ipwarehouse.reports.bulletin;

import java.util.ArrayList;
import java.util.List;

/** Cuts a paragraph into words and what stands in braces. Braces of full width, as Chinese keyboards write them, count. */
final class TemplateTokens {
    private TemplateTokens() {}

    /**
     * @param braced true for what stood in braces, which are not part of the text
     * @param run in which it begins: that is how it looks
     */
    record Token(String text, int run, boolean braced) {
        /** {@code ?} for a condition, {@code #} for a loop, {@code /} for an end, else a gap. */
        char kind() {
            return !braced || text.isEmpty() ? ' ' : "?#/".indexOf(text.charAt(0)) < 0 ? '=' : text.charAt(0);
        }

        String rest() {
            return text.substring(1).strip();
        }
    }

    static List<Token> of(Outline.Para para) {
        Cutter cutter = new Cutter(para);
        for (Outline.Piece piece : para.pieces()) {
            String text = piece.text().replace('｛', '{').replace('｝', '}');
            for (int i = 0; i < text.length(); i++) {
                cutter.take(text.charAt(i), piece.run());
            }
        }
        return cutter.end();
    }

    private static final class Cutter {
        private final Outline.Para para;
        private final List<Token> tokens = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private boolean braced;
        private int run = -1;

        Cutter(Outline.Para para) {
            this.para = para;
        }

        void take(char character, int at) {
            if (character == '{') {
                if (braced) {
                    throw unbalanced();
                }
                close(false);
                braced = true;
                run = at;
            } else if (character == '}') {
                if (!braced) {
                    throw unbalanced();
                }
                close(true);
                braced = false;
            } else {
                if (!braced && at != run) {
                    close(false);
                    run = at;
                }
                text.append(character);
            }
        }

        private void close(boolean gap) {
            if (gap) {
                tokens.add(new Token(plain(text.toString()), run, true));
                run = -1;
            } else if (!text.isEmpty()) {
                tokens.add(new Token(text.toString(), run, false));
            }
            text.setLength(0);
        }

        /** As a keyboard of half width would write it. */
        private static String plain(String gap) {
            return gap.replace('：', ':')
                    .replace('？', '?')
                    .replace('＃', '#')
                    .replace('／', '/')
                    .replace('\u00a0', ' ')
                    .strip();
        }

        List<Token> end() {
            if (braced) {
                throw unbalanced();
            }
            close(false);
            return tokens;
        }

        private org.ipwarehouse.warehouse.api.Fault unbalanced() {
            return para.mistake("花括号不成对。", "每个“{”后面要有“}”，占位符里不能再有花括号；一个占位符写在一段里。");
        }
    }
}
