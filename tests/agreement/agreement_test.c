/* agreement_test.c: compares the block grammar with cmark-gfm on its fixtures, on random documents and
 * on the sample documents beside the repository.
 *
 *     agreement_test                what ctest runs
 *     agreement_test PATH…          files and folders instead
 *     agreement_test -r COUNT       that many random documents, others every time
 *
 * README.md says which differences are meant. */
/* For opendir. */
#define _POSIX_C_SOURCE 200809L

#include "facts.h"
#include "syntax/tree.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RANDOM_DOCUMENTS 20000
#define RANDOM_SEED      88172645463325252u

static struct slice next_fact(struct slice *facts)
{
    size_t end = slice_find_byte(*facts, '\n');
    struct slice fact = slice_sub(*facts, 0, end == SLICE_NONE ? facts->len : end);
    *facts = slice_from(*facts, end == SLICE_NONE ? facts->len : end + 1);
    return fact;
}

/* Prints the first facts that differ; true where none does. */
static bool same_facts(const char *name, struct slice ours, struct slice theirs)
{
    if (slice_equal(ours, theirs))
        return true;
    struct slice a, b;
    do {
        a = next_fact(&ours);
        b = next_fact(&theirs);
    } while (slice_equal(a, b));
    printf("%s:\n  ours   %.*s\n  theirs %.*s\n", name, (int)(a.len < 300 ? a.len : 300), a.ptr,
           (int)(b.len < 300 ? b.len : 300), b.ptr);
    return false;
}

static bool agrees(const char *name, struct slice text)
{
    struct arena arena;
    arena_init(&arena);
    struct strbuf normalised, ours, theirs;
    strbuf_init(&normalised, STRBUF_NO_LIMIT);
    strbuf_init(&ours, STRBUF_NO_LIMIT);
    strbuf_init(&theirs, STRBUF_NO_LIMIT);
    struct blocks blocks = syntax_blocks(text, &arena);
    facts_normalise(text, &blocks, &normalised);
    facts_ours(text, &blocks, &ours);
    facts_theirs(strbuf_slice(&normalised), &theirs);
    bool same = same_facts(name, strbuf_slice(&ours), strbuf_slice(&theirs));
    strbuf_release(&theirs);
    strbuf_release(&ours);
    strbuf_release(&normalised);
    arena_release(&arena);
    return same;
}

static bool read_file(const char *path, struct strbuf *out)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    char buffer[65536];
    size_t count;
    while ((count = fread(buffer, 1, sizeof buffer, file)) > 0)
        strbuf_append(out, (struct slice){buffer, count});
    fclose(file);
    return true;
}

static bool file_agrees(const char *path)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    bool same = read_file(path, &text) && agrees(path, strbuf_slice(&text));
    strbuf_release(&text);
    return same;
}

/* xorshift64*: the same documents on every machine. */
static uint32_t next_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (uint32_t)((*state * 0x2545F4914F6CDD1Du) >> 32);
}

static const char *const marks[] = {"",     "> ", ">",   "- ",   "* ",  "1. ",
                                    "10) ", "+ ", "2. ", "- - ", "> > "};
static const char *const indents[] = {"", " ", "  ", "   ", "    ", "     ", "\t", ">\t", "-\t"};
static const char *const contents[] = {"",          "",        "",         "text",    "more words",
                                       "# h",       "## h ##", "===",      "---",     "-",
                                       "***",       "```",     "~~~ info", "````",    "``` a`b",
                                       "<div>",     "<!-- c",  "-->",      "</div>",  "<b>",
                                       "<b c='d'>", "<?php",   "?>",       "\"t",     "t\"",
                                       "'t'",       "1)",      "2. x",     "#",       "<pre>",
                                       "</pre> z",  "(t)",     "<!X y>",   "]]>",     "- x",
                                       "<![CDATA[", "* * *",   "_ _ _",    "    code"};
/* cmark-gfm keeps the indentation of lazy continuation lines, which then are no definitions, other
 * tables' rows or tasks of another item: these come in documents without indentation. */
static const char *const tight[] = {"| a | b |", "|--|--|",      "--|--", "a | b", "| x", "[a]: b",
                                    "[a]:\nb",   "[a]: <b> 't'", "[ ] x", "[x] y", "|",   "a\\|b|",
                                    "[",         "\\|"};

#define COUNT(array)       (unsigned)(sizeof(array) / sizeof *(array))
#define PICK(state, array) (array)[next_random(state) % COUNT(array)]

/* A document of a few lines, each of some marks and a content. */
static void random_document(uint64_t *state, struct strbuf *out)
{
    unsigned lines = 1 + next_random(state) % 8;
    bool indented = next_random(state) % 2;
    for (unsigned i = 0; i < lines; i++) {
        for (unsigned count = next_random(state) % 4; count > 0; count--)
            strbuf_puts(out, indented && next_random(state) % 2 ? PICK(state, indents)
                                                                : PICK(state, marks));
        strbuf_puts(out, !indented && next_random(state) % 2 ? PICK(state, tight)
                                                             : PICK(state, contents));
        strbuf_puts(out, next_random(state) % 8 == 0 ? "\r\n" : "\n");
    }
}

static int random_documents_differ(unsigned count, uint64_t state)
{
    int differ = 0;
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    for (unsigned i = 0; i < count; i++) {
        strbuf_clear(&text);
        random_document(&state, &text);
        if (agrees("random document", strbuf_slice(&text)))
            continue;
        differ++;
        printf("%.*s<<<\n", SLICE_ARG(strbuf_slice(&text)));
    }
    strbuf_release(&text);
    return differ;
}

struct tally {
    int files, differ;
};

static bool is_document(const char *name)
{
    struct slice s = slice_of(name);
    return slice_ends(s, SLICE(".md")) || slice_ends(s, SLICE(".markdown")) ||
           slice_ends(s, SLICE(".txt"));
}

/* All documents below a folder, nested at most a few levels. False where there is no such folder. */
static bool compare_folder(const char *folder, struct tally *tally, int levels)
{
    DIR *dir = opendir(folder);
    if (!dir)
        return false;
    struct dirent *entry;
    while ((entry = readdir(dir)) != NULL) {
        char path[4096];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (snprintf(path, sizeof path, "%s/%s", folder, entry->d_name) >= (int)sizeof path)
            continue;
        if (is_document(entry->d_name)) {
            tally->files++;
            tally->differ += !file_agrees(path);
        } else if (levels > 0) {
            compare_folder(path, tally, levels - 1);
        }
    }
    closedir(dir);
    return true;
}

static void compare_samples(const char *name, struct tally *tally)
{
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/../shared/%s", PLANLS_SOURCE_DIR, name);
    if (compare_folder(folder, tally, 12))
        return;
    snprintf(folder, sizeof folder, "%s/../../shared/%s", PLANLS_SOURCE_DIR, name);
    if (!compare_folder(folder, tally, 12))
        printf("skipped: there is no ../shared/%s\n", name);
}

int main(int argc, char **argv)
{
    struct tally tally = {0, 0};
    if (argc == 3 && strcmp(argv[1], "-r") == 0)
        return random_documents_differ((unsigned)atoi(argv[2]), (uint64_t)time(NULL)) > 0;
    for (int i = 1; i < argc; i++)
        if (!compare_folder(argv[i], &tally, 12)) {
            tally.files++;
            tally.differ += !file_agrees(argv[i]);
        }
    if (argc == 1) {
        compare_folder(PLANLS_SOURCE_DIR "/tests/agreement/fixtures", &tally, 0);
        compare_samples("seeds", &tally);
        compare_samples("corpus", &tally);
        tally.files += RANDOM_DOCUMENTS;
        tally.differ += random_documents_differ(RANDOM_DOCUMENTS, RANDOM_SEED);
    }
    printf("%d documents, %d differ\n", tally.files, tally.differ);
    return tally.differ > 0 || tally.files == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
