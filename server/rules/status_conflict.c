/* status_conflict.c: one thing that is called done and not done at once. */
#include "model/title.h"
#include "rules/rule.h"
#include "rules/status_ledger.h"

/* ---- an item's heading and its status field ---------------------------------------------------- */

static const struct field *status_field(const struct model *model, uint32_t item)
{
    uint32_t field = model_field_of(model, item, FIELD_STATUS);
    const struct field *found = field == NO_INDEX ? NULL : &model->fields.items[field];
    return found && !span_is_empty(found->value) ? found : NULL;
}

static void check_heading(struct check *check, const struct item *item, const struct field *field)
{
    struct span span = check->model->headings.items[item->heading].title_span;
    struct title_parts parts = {0};
    title_read(span_slice(check->text, span), check->settings, &parts);
    struct slice value = span_slice(check->text, field->value);
    if (!states_contradict(parts.status, parts.status_text, status_read(value), value))
        return;
    struct planls_diagnostic *diagnostic =
        report(check, field->value, "“%.*s” here, and “%.*s” in the heading", SLICE_ARG(value),
               SLICE_ARG(slice_trim(parts.status_text)));
    report_related(check, diagnostic, check->document, span, "the heading says otherwise");
}

static void check_headings(struct check *check)
{
    const struct model *model = check->model;
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        const struct field *field = status_field(model, i);
        if (item->source == ITEM_FROM_HEADING && field && field->form != FIELD_FORM_HEADING)
            check_heading(check, item, field);
    }
}

/* ---- front matter and the text below it -------------------------------------------------------- */

static void check_front_matter(struct check *check)
{
    const struct model *model = check->model;
    const struct field *front = NULL;
    for (uint32_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        if (field->key != FIELD_STATUS || field->item != NO_INDEX || field->nested)
            continue;
        if (field->form == FIELD_FORM_FRONT_MATTER) {
            front = field;
            continue;
        }
        /* Only at the top does a line speak of the whole document. */
        if (!front ||
            (field->heading != NO_INDEX && model->headings.items[field->heading].level > 1))
            continue;
        struct slice one = span_slice(check->text, front->value);
        struct slice two = span_slice(check->text, field->value);
        if (states_contradict(status_read(one), one, status_read(two), two)) {
            struct planls_diagnostic *diagnostic =
                report(check, field->value, "“%.*s” here, and “%.*s” in the front matter",
                       SLICE_ARG(two), SLICE_ARG(one));
            report_related(check, diagnostic, check->document, front->value,
                           "the front matter says otherwise");
        }
        return;
    }
}

/* ---- a tick whose words say otherwise ----------------------------------------------------------- */

/* Words that, alone in parentheses or behind a dash at a task's end, say that it is not done. */
static bool says_not_done(struct slice s)
{
    static const char *const words[] = {
        "pending",    "in progress",    "wip",          "not done",     "not started",
        "not yet",    "not yet done",   "not tested",   "not deployed", "incomplete",
        "partial",    "partially done", "still open",   "blocked",      "en cours",
        "en attente", "in arbeit",      "ausstehend",   "noch offen",   "en progreso",
        "en curso",   "pendiente",      "em andamento", "pendente",     "in corso",
        "в процессе", "не начато",      "进行中",       "未完成",       "待完成",
        "作業中",     "未着手",         "進行中",       "진행 중",      "미완료",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is_nocase(s, words[i]))
            return true;
    return false;
}

/* "deploy pending", "QA pending": a step named, and that it is not done. */
static bool names_pending_step(struct slice s)
{
    static const char *const words[] = {" pending",      " ausstehend", " pendiente",  " pendente",
                                        " not done yet", " still open", " in progress"};
    size_t spaces = 0;
    for (size_t i = 0; i < s.len; i++)
        spaces += s.ptr[i] == ' ';
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_ends_nocase(s, slice_of(words[i])))
            return spaces <= 4;
    return false;
}

static struct slice without_marks(struct slice s)
{
    for (;;) {
        struct slice bare = slice_trim(title_undecorate(s));
        while (bare.len && (bare.ptr[bare.len - 1] == '.' || bare.ptr[bare.len - 1] == '!'))
            bare.len--;
        if (bare.len == s.len)
            return bare;
        s = bare;
    }
}

/* The last remark of a task's line: in parentheses, or behind a dash or "…". Empty where none. A colon
 * counts only before a word set off by marks: "Lanes: in progress" names a lane. */
static struct slice last_remark(struct slice text)
{
    static const char *const before[] = {" — ", " – ", " - ", "… ", "... ", " → "};
    struct slice s = slice_trim(text);
    while (s.len && s.ptr[s.len - 1] == '*')
        s.len--;
    if (s.len && s.ptr[s.len - 1] == ')') {
        size_t open = slice_find_last_byte(s, '(');
        return open == SLICE_NONE || open == 0 ? SLICE("") : slice_sub(s, open + 1, s.len - 1);
    }
    size_t best = 0;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        struct slice mark = slice_of(before[i]);
        for (size_t at; (at = slice_find(slice_from(s, best), mark)) != SLICE_NONE;)
            best += at + mark.len;
    }
    size_t colon = slice_find_last_byte(s, ':');
    struct slice behind = colon == SLICE_NONE ? SLICE("") : slice_trim(slice_from(s, colon + 1));
    if (best == 0 && behind.len && (slice_starts(behind, SLICE("**")) || (behind.ptr[0] & 0x80)))
        return behind;
    return best ? slice_from(s, best) : SLICE("");
}

static void check_tick(struct check *check, const struct task *task)
{
    if (!task->done || task->source == TASK_FROM_FRONT_MATTER || span_is_empty(task->box) ||
        task->box.end > task->span.end)
        return;
    struct slice line = span_slice(check->text, (struct span){task->box.end, task->span.end});
    size_t end = slice_find_byte(line, '\n');
    struct slice remark = last_remark(slice_sub(line, 0, end == SLICE_NONE ? line.len : end));
    struct slice words = without_marks(remark);
    if (words.len == 0 || !(says_not_done(words) || names_pending_step(words)))
        return;
    uint32_t start = (uint32_t)(words.ptr - check->text.ptr);
    struct planls_diagnostic *diagnostic =
        report(check, (struct span){start, start + (uint32_t)words.len},
               "Ticked, but its words say “%.*s”", SLICE_ARG(words));
    report_related(check, diagnostic, check->document, task->box, "ticked here");
}

static void check_status_conflict(struct check *check)
{
    check_headings(check);
    check_front_matter(check);
    status_ledgers_check(check);
    for (size_t i = 0; i < check->model->tasks.len; i++)
        check_tick(check, &check->model->tasks.items[i]);
}

RULE(status_conflict) = {
    .name = "status-conflict",
    .summary = "one thing is called done and not done at once",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_status_conflict,
};
