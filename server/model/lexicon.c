/* lexicon.c: sorted tables of words and their look-up. */
#include "model/lexicon.h"

#include "text/utf8.h"

#include <string.h>

bool lexicon_is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 ||
           c == 0xFF0D;
}

bool lexicon_is_wide_space(uint32_t c)
{
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool lexicon_is_decoration(uint32_t c)
{
    return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0x20E3 || c == 0xFEFF ||
           (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x2190 && c <= 0x2BFF) ||
           (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0xE0020 && c <= 0xE007F);
}

/* Pairs of upper and lower case that follow one another: upper even (Ā ā) or upper odd (Ĺ ĺ). */
static bool is_even_pair(uint32_t c)
{
    return (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) ||
           (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x1A0 && c <= 0x1A5);
}

static bool is_odd_pair(uint32_t c)
{
    return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || c == 0x1AF;
}

uint32_t lexicon_lower(uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (c == 0x130)
        return 'i';
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) ||
        (c >= 0x410 && c <= 0x42F))
        return c + 32;
    if (c >= 0x400 && c <= 0x40F)
        return c + 80;
    if (is_even_pair(c))
        return c | 1;
    if (is_odd_pair(c))
        return c + (c & 1);
    return c;
}

/* ASCII's own width for letters, digits and marks written full-width. */
static uint32_t narrow(uint32_t c)
{
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

/* The text without a pair of brackets that ends it. */
static struct slice without_brackets(struct slice s)
{
    struct slice closing[] = {SLICE(")"), SLICE("）")};
    struct slice opening[] = {SLICE("("), SLICE("（")};
    for (size_t i = 0; i < 2; i++) {
        if (!slice_ends(s, closing[i]))
            continue;
        size_t at = slice_find(s, opening[i]);
        if (at != SLICE_NONE && at > 0)
            return slice_trim_end(slice_sub(s, 0, at));
    }
    return s;
}

static bool is_dropped(uint32_t c)
{
    return c == '*' || c == '`' || c == '"' || c == 0x201C || c == 0x201D || c == 0x300C ||
           c == 0x300D || (c >= 0x80 && lexicon_is_decoration(c));
}

static bool is_end_punctuation(char c)
{
    return c == ':' || c == '.' || c == ',' || c == ';' || c == '!' || c == '?' || c == ' ' ||
           c == '#' || c == '~';
}

struct folding {
    struct lexicon_key key;
    bool gap;  /* a space is due before the next character */
    bool full; /* does not fit */
};

static void put(struct folding *f, const char *bytes, size_t len)
{
    size_t gap = f->gap && f->key.len > 0 ? 1 : 0;
    if (f->key.len + gap + len > sizeof f->key.text) {
        f->full = true;
        return;
    }
    if (gap)
        f->key.text[f->key.len++] = ' ';
    memcpy(f->key.text + f->key.len, bytes, len);
    f->key.len += len;
    f->gap = false;
}

/* What most texts are made of, letters and digits of ASCII, at `at`; gives how many. */
static size_t put_run(struct folding *f, struct slice s, size_t at)
{
    size_t start = at;
    char c;
    if (at == s.len || !ascii_is_alnum(s.ptr[at]))
        return 0;
    c = ascii_lower(s.ptr[at]);
    put(f, &c, 1); /* with the gap before it */
    for (at++; at < s.len && ascii_is_alnum(s.ptr[at]) && !f->full; at++) {
        if (f->key.len == sizeof f->key.text)
            f->full = true;
        else
            f->key.text[f->key.len++] = ascii_lower(s.ptr[at]);
    }
    return at - start;
}

static void put_codepoint(struct folding *f, uint32_t c)
{
    if (c == '&') {
        f->gap = true;
        put(f, "and", 3);
        f->gap = true;
    } else if (c == '/') {
        f->gap = false;
        put(f, "/", 1);
    } else if (c == '_' || (c < 0x80 && ascii_is_space((char)c)) || lexicon_is_dash(c) ||
               lexicon_is_wide_space(c)) {
        f->gap = f->key.len > 0 && f->key.text[f->key.len - 1] != '/';
    } else if (c == 0x2019) {
        put(f, "'", 1);
    } else if (!is_dropped(c)) {
        char bytes[4];
        if (f->key.len == 0 && c < 0x80 && is_end_punctuation((char)c))
            return;
        put(f, bytes, utf8_encode(lexicon_lower(c), bytes));
    }
}

/* Most words: letters and single spaces. False where there is anything else, or nothing. */
static bool fold_plain(struct slice s, struct lexicon_key *key)
{
    if (s.len == 0 || s.len > sizeof key->text)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z';
        if (!lower && !upper && (c != ' ' || i == 0 || s.ptr[i - 1] == ' '))
            return false;
        key->text[i] = upper ? (char)(c + 32) : c;
    }
    key->len = s.len - (s.ptr[s.len - 1] == ' ');
    key->ascii = true;
    return true;
}

struct lexicon_key lexicon_fold(struct slice s)
{
    struct folding f;
    f.key.len = 0;
    f.key.ascii = true;
    f.gap = f.full = false;
    if (fold_plain(s, &f.key))
        return f.key;
    s = without_brackets(slice_trim(s));
    if (s.len > 2 * LEXICON_WORD_MAX)
        return f.key;
    for (size_t at = 0; at < s.len && !f.full;) {
        size_t run = put_run(&f, s, at);
        if (run) {
            at += run;
            continue;
        }
        uint32_t c = (unsigned char)s.ptr[at];
        unsigned len = 1;
        if (c >= 0x80) {
            len = utf8_decode(slice_from(s, at), &c);
            c = narrow(c);
        }
        put_codepoint(&f, c);
        at += len;
    }
    if (f.full)
        f.key.len = 0;
    while (f.key.len > 0 && is_end_punctuation(f.key.text[f.key.len - 1]))
        f.key.len--;
    for (size_t i = 0; i < f.key.len; i++)
        if ((unsigned char)f.key.text[i] >= 0x80)
            f.key.ascii = false;
    return f.key;
}

struct slice lexicon_key_slice(const struct lexicon_key *key)
{
    return (struct slice){key->text, key->len};
}

/* Order of a folded word and a row, without measuring the row first. */
static int compare(struct slice folded, const char *row)
{
    for (size_t i = 0; i < folded.len; i++) {
        unsigned char a = (unsigned char)folded.ptr[i], b = (unsigned char)row[i];
        if (a != b || b == 0)
            return a < b ? -1 : 1;
    }
    return row[folded.len] == '\0' ? 0 : -1;
}

int lexicon_find(struct lexicon lexicon, struct slice folded)
{
    size_t low = 0, high = lexicon.count;
    if (folded.len == 0)
        return -1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(folded, lexicon.words[middle].text);
        if (order == 0)
            return lexicon.words[middle].value;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return -1;
}

int lexicon_look_up(struct lexicon lexicon, struct slice raw)
{
    struct lexicon_key key = lexicon_fold(raw);
    return lexicon_find(lexicon, lexicon_key_slice(&key));
}

size_t lexicon_disorder(struct lexicon lexicon)
{
    for (size_t i = 1; i < lexicon.count; i++)
        if (strcmp(lexicon.words[i - 1].text, lexicon.words[i].text) >= 0)
            return i;
    return lexicon.count;
}
