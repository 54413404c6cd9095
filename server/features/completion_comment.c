/* completion_comment.c: waivers: `<!-- planls: allow RULE because REASON -->`. */
#include "features/completion.h"

#include "rules/rule.h"

#include <planls/diagnostic.h>
#include <string.h>

/* The comment that the cursor is in, from behind "<!--"; empty ptr where it is in none on this line. */
static struct slice comment_before(struct slice head)
{
    for (size_t i = head.len; i-- > 0;) {
        struct slice rest = slice_from(head, i);
        if (slice_starts(rest, SLICE("-->")))
            break;
        if (slice_starts(rest, SLICE("<!--")))
            return slice_from(rest, 4);
    }
    return (struct slice){NULL, 0};
}

static void add_rule(struct completing *c, const struct rule *rule, const char *detail)
{
    for (size_t i = 0; i < c->out->len; i++)
        if (slice_is(slice_of(rule->name), c->out->items[i].label))
            return;
    struct slice name = slice_of(rule->name);
    struct planls_completion *completion =
        completing_fits(c, name) ? completing_add(c, PLANLS_COMPLETION_RULE, name, name) : NULL;
    if (!completion)
        return;
    completion->detail = detail;
    completion_about(c, completion, PLANLS_ABOUT_RULE, NULL, 0, name);
}

/* What the document's findings behind the comment are about is likeliest: nearest first. */
static void add_findings(struct completing *c)
{
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics findings = {0};
    planls_check(c->workspace, arena_cstring(c->arena, c->document->path), results, &findings);
    for (size_t i = 0; i < findings.len; i++) {
        const struct planls_diagnostic *finding = &findings.items[i];
        const struct rule *rule = rule_find(finding->code);
        /* What is being written is spoken of itself. */
        if (rule && finding->range.start > c->line.end)
            add_rule(c, rule, arena_cstring(c->arena, slice_of(finding->message)));
    }
    planls_results_free(results);
}

static void complete_rules(struct completing *c, struct slice typed)
{
    size_t start = typed.len;
    while (start > 0 && !ascii_is_space(typed.ptr[start - 1]) && typed.ptr[start - 1] != ',')
        start--;
    uint32_t end = c->offset;
    while (end < c->line.end && (ascii_is_alnum(c->bytes.ptr[end]) ||
                                 (c->bytes.ptr[end] == '-' && end + 1 < c->line.end &&
                                  ascii_is_alpha(c->bytes.ptr[end + 1]))))
        end++;
    completing_from(c, c->offset - (uint32_t)(typed.len - start), end);
    add_findings(c);
    for (size_t i = 0; i < rule_count; i++)
        add_rule(c, rule_table[i], rule_table[i]->summary);
}

static void add_waiver(struct completing *c, const char *verb, const char *detail)
{
    struct snippet snippet;
    const char *lead = arena_printf(c->arena, " planls: %s ", verb);
    snippet_init(&snippet);
    snippet_text(&snippet, slice_of(lead));
    snippet_stop(&snippet, SLICE("rule"));
    snippet_text(&snippet, SLICE(" because "));
    snippet_stop(&snippet, SLICE("reason"));
    bool closed = slice_starts(slice_trim_start(c->tail), SLICE("-->"));
    snippet_text(&snippet, closed ? SLICE(" ") : SLICE(" -->"));
    struct planls_completion *completion =
        snippet_add(c, &snippet, PLANLS_COMPLETION_SNIPPET, slice_trim(slice_of(lead)));
    if (completion) {
        completion->detail = detail;
        completion->filter = lead;
    }
}

bool complete_comment(struct completing *c)
{
    struct slice said = comment_before(c->head);
    if (!said.ptr)
        return false;
    struct slice words = slice_trim_start(said);
    if (!slice_starts(words, SLICE("planls:"))) {
        bool begins = words.len < 7 && slice_starts(SLICE("planls:"), words);
        completing_from(c, c->offset - (uint32_t)said.len, c->offset);
        if (begins && completing_wants(c, "-")) {
            add_waiver(c, "allow", "a finding in the section, item or line that follows");
            add_waiver(c, "allow-file", "all findings of a rule in this file");
        }
        return true;
    }
    words = slice_trim_start(slice_from(words, 7));
    size_t verb = slice_starts(words, SLICE("allow-file ")) ? 11
                  : slice_starts(words, SLICE("allow "))    ? 6
                                                            : 0;
    if (verb == 0 && slice_find_byte(words, ' ') == SLICE_NONE && c->trigger == 0) {
        completing_from(c, c->offset - (uint32_t)words.len, c->offset);
        completing_add(c, PLANLS_COMPLETION_RULE, SLICE("allow"), SLICE("allow "));
        completing_add(c, PLANLS_COMPLETION_RULE, SLICE("allow-file"), SLICE("allow-file "));
    } else if (verb && completing_wants(c, " ") && !slice_contains(words, SLICE(" because ")) &&
               !slice_contains(words, SLICE(" until "))) {
        struct slice rules = slice_trim_start(slice_from(words, verb));
        /* Behind a name without a comma comes why, which only its writer knows. */
        struct slice before = slice_trim_end(rules);
        bool between = before.len == rules.len || (before.len && before.ptr[before.len - 1] == ',');
        if (between)
            complete_rules(c, rules);
    }
    return true;
}
