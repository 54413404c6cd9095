/* inline_plain.c: a text as a reader sees it, all marks taken off. */
#include "syntax/inline.h"

#include <string.h>

struct plain {
    struct slice text;
    char *out; /* as long as the text: nothing here makes it longer */
    size_t len;
    uint32_t at; /* what stands before is written */
};

static void put(struct plain *plain, struct slice s)
{
    if (s.len)
        memcpy(plain->out + plain->len, s.ptr, s.len);
    plain->len += s.len;
}

/* `&amp;` and the few others that people write; 0 where it is none of them. */
static size_t put_entity(struct plain *plain, struct slice rest)
{
    static const struct {
        struct slice name, value;
    } entities[] = {
        {SLICE_INIT("&amp;"), SLICE_INIT("&")},  {SLICE_INIT("&lt;"), SLICE_INIT("<")},
        {SLICE_INIT("&gt;"), SLICE_INIT(">")},   {SLICE_INIT("&quot;"), SLICE_INIT("\"")},
        {SLICE_INIT("&nbsp;"), SLICE_INIT(" ")}, {SLICE_INIT("&#39;"), SLICE_INIT("'")},
    };
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (slice_starts(rest, entities[i].name)) {
            put(plain, entities[i].value);
            return entities[i].name.len;
        }
    }
    return 0;
}

static bool is_escape(struct slice rest)
{
    return rest.len > 1 && rest.ptr[0] == '\\' && rest.ptr[1] > ' ' && rest.ptr[1] < 0x7F &&
           !ascii_is_alnum(rest.ptr[1]);
}

/* A line's end and the blanks around it are one space. */
static size_t put_line_end(struct plain *plain, struct slice rest)
{
    while (plain->len > 0 && ascii_is_space(plain->out[plain->len - 1]))
        plain->len--;
    put(plain, SLICE(" "));
    return rest.len - slice_trim_start(rest).len;
}

/* Writes up to `end`: escapes and entities resolved, line ends as spaces. */
static void put_until(struct plain *plain, uint32_t end)
{
    while (plain->at < end) {
        struct slice rest = slice_sub(plain->text, plain->at, end);
        size_t taken = rest.ptr[0] == '&' ? put_entity(plain, rest) : 0;
        if (taken == 0) {
            taken = is_escape(rest) ? 2 : 1;
            if (rest.ptr[0] == '\n')
                taken = put_line_end(plain, rest);
            else
                put(plain, slice_sub(rest, taken - 1, taken));
        }
        plain->at += (uint32_t)taken;
    }
}

/* A label's end: the colon without the marks around it. */
static void put_label_end(struct plain *plain, const struct inline_node *node)
{
    put_until(plain, node->text.end);
    for (uint32_t i = node->text.end; i < node->span.end; i++)
        if (plain->text.ptr[i] != '*' && plain->text.ptr[i] != '_')
            put(plain, slice_sub(plain->text, i, i + 1));
    plain->at = node->span.end;
}

static bool has_marks(const struct inline_node *node)
{
    switch ((enum inline_kind)node->kind) {
    case INLINE_LABEL:
    case INLINE_STRONG:
    case INLINE_EMPHASIS:
    case INLINE_STRIKE:
    case INLINE_LINK:
    case INLINE_IMAGE:
        return true;
    default:
        return false;
    }
}

static void end_node(struct plain *plain, const struct inline_node *node)
{
    if (!has_marks(node))
        return;
    if (node->kind == INLINE_LABEL) {
        put_label_end(plain, node);
        return;
    }
    put_until(plain, node->text.end);
    plain->at = node->span.end;
}

static void begin_node(struct plain *plain, const struct inline_node *node)
{
    struct slice written = span_slice(plain->text, node->span);
    switch ((enum inline_kind)node->kind) {
    case INLINE_CODE:
    case INLINE_AUTOLINK:
        put_until(plain, node->span.start);
        put(plain, span_slice(plain->text, node->text));
        plain->at = node->span.end;
        break;
    case INLINE_WIKI_LINK:
        put_until(plain, node->span.start);
        put(plain, span_slice(plain->text, span_is_empty(node->text) ? node->target : node->text));
        plain->at = node->span.end;
        break;
    case INLINE_HTML:
        put_until(plain, node->span.start);
        if (slice_starts_nocase(written, SLICE("<br")))
            put(plain, SLICE(" "));
        plain->at = node->span.end;
        break;
    default:
        if (!has_marks(node))
            break;
        put_until(plain, node->span.start);
        plain->at = node->text.start;
        break;
    }
}

struct slice inline_plain(const struct inlines *inlines, struct slice text, struct arena *arena)
{
    struct span all = inlines->v[0].span;
    struct plain plain = {.text = text, .at = all.start};
    plain.out = arena_alloc(arena, all.end - all.start + 1);
    uint32_t open = 0;
    for (uint32_t i = 1; i <= inlines->len; i++) {
        while (open != 0 && inlines->v[open].next <= i) {
            end_node(&plain, &inlines->v[open]);
            open = inlines->v[open].parent;
        }
        if (i == inlines->len)
            break;
        begin_node(&plain, &inlines->v[i]);
        open = i;
    }
    put_until(&plain, all.end);
    return (struct slice){plain.out, plain.len};
}
