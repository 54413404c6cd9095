/* load_words.c: somebody's load told in words. */
#include "rules/load_words.h"

#include "base/strbuf.h"

#include <string.h>

const char *load_when(const struct load *load, date_days from, date_days to, struct arena *arena)
{
    if (load->weeks) {
        int first = calendar_week(&load->calendar, from), last = calendar_week(&load->calendar, to);
        return first == last ? arena_printf(arena, "in week %d", first)
                             : arena_printf(arena, "in weeks %d–%d", first, last);
    }
    char first[11], last[11];
    date_format(from, first);
    date_format(to, last);
    return from == to ? arena_printf(arena, "on %s", first)
                      : arena_printf(arena, "from %s to %s", first, last);
}

int load_percent(double share)
{
    return (int)(share * 100 + 0.5);
}

/* How many works have which share. No item has more than some owners, so there are few. */
struct part {
    int percent;
    unsigned times;
};

struct parts {
    VEC_MEMBERS(struct part);
};

static void add_part(struct parts *parts, int percent, struct arena *arena)
{
    size_t at = 0;
    while (at < parts->len && parts->items[at].percent > percent)
        at++;
    if (at < parts->len && parts->items[at].percent == percent) {
        parts->items[at].times++;
        return;
    }
    (void)VEC_PUSH(arena, parts);
    for (size_t i = parts->len - 1; i > at; i--)
        parts->items[i] = parts->items[i - 1];
    parts->items[at] = (struct part){percent, 1};
}

const char *load_sum(const struct load_works *works, bool stated, struct arena *arena)
{
    struct parts parts = {0};
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < works->len; i++) {
        if (stated && !works->items[i]->stated)
            continue;
        add_part(&parts, load_percent(works->items[i]->share), arena);
        sum += works->items[i]->share;
        count++;
    }
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < parts.len; i++) {
        strbuf_puts(&out, i ? " + " : "");
        if (parts.items[i].times > 1)
            strbuf_printf(&out, "%u × ", parts.items[i].times);
        strbuf_printf(&out, "%d %%", parts.items[i].percent);
    }
    if (count > 1)
        strbuf_printf(&out, " = %d %%", load_percent(sum));
    const char *text = arena_cstring(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

const char *load_noun(const struct load *load, struct arena *arena)
{
    enum item_kind kind = ITEM_OTHER;
    for (size_t i = 0; i < load->works.len; i++) {
        const struct load_work *work = &load->works.items[i];
        enum item_kind own = work->document->model->items.items[work->item].kind;
        kind = i == 0 || own == kind ? own : ITEM_OTHER;
    }
    const char *name = kind == ITEM_OTHER ? "item" : item_kind_name(kind);
    if (load->owned == 1)
        return name;
    return kind == ITEM_STORY ? "stories" : arena_printf(arena, "%ss", name);
}
