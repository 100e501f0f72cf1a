package org.parasift.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.parasift.text.Article;
import org.parasift.token.Tokenizer;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;

/**
 * Makes test articles with known foreign parts, other than those that models are trained with: other donors, places and
 * decorations. Only what was put in counts; the host's own paragraphs are context. Deterministic: the same material and
 * seed give the same articles.
 */
sealed interface Splices {
    String SPAM = "spam";
    String ON_TOPIC = "on-topic";

    /** Prose of a story on another subject. */
    String UNRELATED = "unrelated prose";

    /** Prose of another story on geopolitics. */
    String GEOPOLITICAL = "geopolitical prose";

    /** Headlines of other stories, behind the end. */
    String TAIL = "teaser tails";

    /** The article's title again. */
    String REPEATED = "repeated titles";

    /** The article's title where it belongs: what must not be dropped. */
    String TITLE = "true title";

    /** All kinds that are spam. */
    List<String> KINDS = List.of(UNRELATED, GEOPOLITICAL, TAIL, REPEATED);

    /** Its name in reports. */
    String name();

    /** How it makes them, in a sentence. */
    String description();

    /** The rows of all articles that it makes of a fold's material, host by host; those that do not count among them. */
    List<Example> make(Material material, long seed);

    /** A random source of an article's own, so that one more host changes no other's places. */
    static SplittableRandom random(String article, long seed) {
        return new SplittableRandom(seed ^ Tokenizer.hash(article));
    }

    /** One of several; they are not empty. */
    static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }

    /** An article that is being put together. */
    final class Draft {
        private record Part(String text, String kind) {}

        private final List<Part> parts = new ArrayList<>();

        Draft(Story host) {
            host.paragraphs().forEach(text -> parts.add(new Part(text, "")));
        }

        int size() {
            return parts.size();
        }

        void insert(int at, String kind, List<String> texts) {
            parts.addAll(at, texts.stream().map(text -> new Part(text, kind)).toList());
        }

        List<Example> rows(String id, String site) {
            Article article = Article.of(id, parts.stream().map(Part::text).toList());
            List<Example> rows = new ArrayList<>();
            for (int p = 0; p < parts.size(); p++) {
                String kind = parts.get(p).kind();
                String label = kind.isEmpty() || kind.equals(TITLE) ? ON_TOPIC : SPAM;
                Sure sure = kind.isEmpty() ? Sure.NO : Sure.YES;
                rows.add(new Example(article, p, label, kind, sure, site, 0));
            }
            return rows;
        }
    }

    /**
     * Everything at once in each article: prose of labelled articles at any place, a tail of headlines that nobody has
     * seen, the title again below itself or at the end.
     */
    record Layered() implements Splices {
        @Override
        public String name() {
            return "B";
        }

        @Override
        public String description() {
            return "all kinds at once in each article; one to three paragraphs of prose from articles-other and one from another"
                    + " site's article of articles-dev at any place, three to eight held-out headlines behind the end, the"
                    + " title first and again";
        }

        @Override
        public List<Example> make(Material material, long seed) {
            List<Example> rows = new ArrayList<>();
            for (Story host : material.hosts()) {
                SplittableRandom random = random(host.id(), seed);
                Draft draft = new Draft(host);
                prose(draft, host, material.others(), 12, 1 + random.nextInt(3), UNRELATED, random);
                prose(draft, host, material.hosts(), 15, 1, GEOPOLITICAL, random);
                List<String> tail = new ArrayList<>();
                for (int i = 3 + random.nextInt(6);
                        i > 0 && !material.headlines().isEmpty();
                        i--) {
                    tail.add(pick(material.headlines(), random));
                }
                draft.insert(draft.size(), TAIL, tail);
                if (host.lacksTitle()) {
                    draft.insert(0, TITLE, List.of(host.title()));
                    int at = pick(List.of(1, 2, draft.size()), random);
                    draft.insert(Math.min(at, draft.size()), REPEATED, List.of(host.title()));
                }
                rows.addAll(draft.rows("B-" + host.id(), host.site()));
            }
            return rows;
        }

        private static void prose(
                Draft draft, Story host, List<Story> from, int words, int count, String kind, SplittableRandom random) {
            List<Story> donors = from.stream()
                    .filter(donor ->
                            donor.isForeignTo(host) && donor.prose(words).size() >= 3)
                    .toList();
            if (donors.isEmpty()) {
                return;
            }
            Story donor = pick(donors, random);
            List<Integer> prose = donor.prose(words);
            int first = pick(prose, random);
            List<String> block = prose.stream()
                    .filter(place -> place >= first && place < first + count)
                    .map(donor.paragraphs()::get)
                    .toList();
            draft.insert(1 + random.nextInt(draft.size()), kind, block);
        }
    }

    /**
     * One kind an article: the beginning of another story inside the body, prose from the middle of an article on
     * geopolitics, a decorated list of other stories' titles, the title again in another dress.
     */
    record Single() implements Splices {
        private static final List<String> DRESSES = List.of("%s", "» %s", "%s (video)", "%s — 3 hours ago");
        private static final List<String> HEADS =
                List.of("Elsewhere on the web", "Editors’ picks", "In case you missed it");

        @Override
        public String name() {
            return "C";
        }

        @Override
        public String description() {
            return "one kind an article; the first one to four paragraphs of an unlabelled article on another subject, or one or"
                    + " two from the middle of one on geopolitics, inside the body; a decorated list of three to seven titles"
                    + " of unlabelled articles behind the end; the title first and again anywhere, as it is, in capitals or"
                    + " with the site’s name";
        }

        @Override
        public List<Example> make(Material material, long seed) {
            List<Example> rows = new ArrayList<>();
            for (Story host : material.hosts()) {
                for (String kind : KINDS) {
                    SplittableRandom random = random(host.id() + " " + kind, seed);
                    Draft draft = new Draft(host);
                    if (put(draft, host, kind, material, random)) {
                        String id = "C-" + kind.replace(' ', '-') + "-" + host.id();
                        rows.addAll(draft.rows(id, host.site()));
                    }
                }
            }
            return rows;
        }

        private static boolean put(Draft draft, Story host, String kind, Material material, SplittableRandom random) {
            return switch (kind) {
                case UNRELATED -> prose(draft, host, kind, material.rawOthers(), random);
                case GEOPOLITICAL -> prose(draft, host, kind, material.rawAlike(), random);
                case TAIL -> tail(draft, host, material, random);
                default -> repeat(draft, host, random);
            };
        }

        /** Not before the second paragraph, and not behind the last. */
        private static boolean prose(Draft draft, Story host, String kind, List<Story> from, SplittableRandom random) {
            List<Story> donors = from.stream()
                    .filter(donor -> donor.isForeignTo(host) && donor.prose(12).size() >= 4)
                    .toList();
            if (donors.isEmpty() || draft.size() < 3) {
                return false;
            }
            Story donor = pick(donors, random);
            List<Integer> prose = donor.prose(12);
            boolean beginning = kind.equals(UNRELATED);
            int count = beginning ? pick(List.of(1, 2, 3, 4), random) : pick(List.of(1, 2), random);
            int first = beginning ? 0 : 1 + random.nextInt(prose.size() - count);
            List<String> block = prose.subList(first, first + count).stream()
                    .map(donor.paragraphs()::get)
                    .toList();
            draft.insert(2 + random.nextInt(draft.size() - 2), kind, block);
            return true;
        }

        private static boolean tail(Draft draft, Story host, Material material, SplittableRandom random) {
            List<Story> others = material.rawAlike().stream()
                    .filter(story -> story.isForeignTo(host) && !story.title().isEmpty())
                    .toList();
            if (others.isEmpty()) {
                return false;
            }
            String dress = pick(DRESSES, random);
            List<String> tail = new ArrayList<>();
            if (random.nextInt(3) == 0) {
                tail.add(pick(HEADS, random));
            }
            for (int i = 3 + random.nextInt(5); i > 0; i--) {
                tail.add(dress.replace("%s", pick(others, random).title()));
            }
            draft.insert(draft.size(), TAIL, tail);
            return true;
        }

        private static boolean repeat(Draft draft, Story host, SplittableRandom random) {
            if (!host.lacksTitle()) {
                return false;
            }
            draft.insert(0, TITLE, List.of(host.title()));
            String again = pick(
                    List.of(host.title(), host.title().toUpperCase(Locale.ROOT), host.title() + " | " + host.site()),
                    random);
            draft.insert(1 + random.nextInt(draft.size()), REPEATED, List.of(again));
            return true;
        }
    }
}
