/* index_json.c: documents, items and tasks in the index's JSON. */
#include "cli/index_formats.h"
#include "cli/index_values.h"
#include "features/facade.h"

/* ---- places and links ------------------------------------------------------------------------ */

static cJSON *path_json(const struct index_document *in, const struct document *document)
{
    const char *path = arena_cstring(in->arena, document->path);
    return json_new_string(slice_of(project_path(in->projects, in->project, path)));
}

cJSON *index_record(const struct index_document *in, struct span span)
{
    cJSON *record = cJSON_CreateObject();
    json_set(record, "path", path_json(in, in->document));
    json_set(record, "range", json_range(in->cursor, &in->document->text, span));
    return record;
}

cJSON *index_item_link(const struct index_document *in, const struct document *document,
                       uint32_t item)
{
    if (item == NO_INDEX)
        return cJSON_CreateNull();
    cJSON *link = cJSON_CreateObject();
    json_set(link, "key", json_new_string(index_item_key(in->links, document, item)));
    json_set(link, "path", path_json(in, document));
    json_set(link, "title", json_new_string(document->model->items.items[item].title));
    return link;
}

/* ---- documents ------------------------------------------------------------------------------- */

static cJSON *date_json(date_days date)
{
    char text[11];
    if (date == DATE_NONE)
        return cJSON_CreateNull();
    date_format(date, text);
    return json_new_string(slice_of(text));
}

static void print_document(const struct index_document *in)
{
    static const struct {
        unsigned kind;
        const char *name;
    } kinds[] = {{DOCUMENT_PLAN, "plan"},          {DOCUMENT_TASKS, "tasks"},
                 {DOCUMENT_SPEC, "spec"},          {DOCUMENT_INDEX, "index"},
                 {DOCUMENT_TEMPLATE, "template"},  {DOCUMENT_ARCHIVED, "archived"},
                 {DOCUMENT_CHECKLIST, "checklist"}};
    const struct model *model = in->document->model;
    cJSON *record = cJSON_CreateObject();
    json_set(record, "path", path_json(in, in->document));
    json_set(record, "title", json_string_or_null(model->title));
    cJSON *list = json_set(record, "kinds", cJSON_CreateArray());
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (model->kinds & kinds[i].kind)
            json_push(list, json_new_string(slice_of(kinds[i].name)));
    json_set(record, "date", date_json(model->own_date));
    json_set(record, "start", date_json(model->start));
    json_list_add(in->list, record);
}

/* ---- items ----------------------------------------------------------------------------------- */

static cJSON *risks_json(const struct item *item)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < item->risks.len; i++) {
        cJSON *risk = json_push(list, cJSON_CreateObject());
        json_set(risk, "blocker", json_new_string(item->risks.items[i].blocker));
        json_set(risk, "mitigation", json_string_or_null(item->risks.items[i].mitigation));
    }
    return list;
}

static cJSON *tasks_json(const struct index_document *in, uint32_t item)
{
    size_t count;
    const struct index_link *tasks = index_tasks_of(in->links, in->document, item, &count);
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < count; i++)
        json_push(list, json_new_string(index_task_key(in->links, tasks[i].from, tasks[i].task)));
    return list;
}

static void set_values(const struct index_document *in, cJSON *record, const struct item *item)
{
    cJSON *owners = json_set(record, "owners", cJSON_CreateArray());
    for (size_t i = 0; i < item->owners.len; i++)
        json_push(owners, index_person(&item->owners.items[i]));
    cJSON *timeline = json_set(record, "timeline", cJSON_CreateArray());
    for (size_t i = 0; i < item->timeline.len; i++)
        json_push(timeline, index_timeline_entry(&item->timeline.items[i]));
    cJSON *budget = json_set(record, "budget", cJSON_CreateArray());
    for (size_t i = 0; i < item->budget.len; i++)
        json_push(budget, index_money(&item->budget.items[i], in->project->settings.currency));
    json_set(record, "criteria", index_criteria(&item->criteria));
    json_set(record, "risks", risks_json(item));
    json_set(record, "dependsOn", index_dependencies(&item->depends_on));
}

static void print_items(const struct index_document *in)
{
    const struct model *model = in->document->model;
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        cJSON *record = index_record(in, item->span);
        json_set(record, "key", json_new_string(index_item_key(in->links, in->document, i)));
        json_set(record, "kind", json_new_string(slice_of(item_kind_name(item->kind))));
        json_set(record, "title", json_new_string(item->title));
        json_set(record, "id", json_string_or_null(item->id));
        json_set(record, "anchor", json_string_or_null(item->anchor));
        json_set(record, "parent",
                 item->parent == NO_INDEX
                     ? cJSON_CreateNull()
                     : json_new_string(index_item_key(in->links, in->document, item->parent)));
        set_values(in, record, item);
        json_set(record, "status", json_string_or_null(slice_of(status_name(item->status))));
        json_set(record, "tasks", tasks_json(in, i));
        json_list_add(in->list, record);
    }
}

/* ---- tasks ----------------------------------------------------------------------------------- */

static cJSON *served_item(const struct index_document *in, uint32_t task)
{
    const struct index_link *served = index_served_by(in->links, in->document, task);
    if (!served)
        return cJSON_CreateNull();
    cJSON *link = index_item_link(in, served->document, served->item);
    json_set(link, "via", json_new_string(slice_of(link_via_name(served->via))));
    return link;
}

static void print_tasks(const struct index_document *in)
{
    const struct model *model = in->document->model;
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        cJSON *record = index_record(in, task->span);
        json_set(record, "key", json_new_string(index_task_key(in->links, in->document, i)));
        json_set(record, "id", json_string_or_null(task->id));
        json_set(record, "title", json_new_string(task->title));
        json_set(record, "status", json_string_or_null(slice_of(status_name(task->status))));
        json_set(record, "done", cJSON_CreateBool(task->done));
        json_set(record, "dialect", json_new_string(slice_of(task_dialect_name(task->dialect))));
        json_set(record, "parent",
                 task->parent == NO_INDEX
                     ? cJSON_CreateNull()
                     : json_new_string(index_task_key(in->links, in->document, task->parent)));
        json_set(record, "item", served_item(in, i));
        json_set(record, "dependsOn", index_dependencies(&task->depends_on));
        json_list_add(in->list, record);
    }
}

/* ---- all of it ------------------------------------------------------------------------------- */

static void print_list(struct output *output, struct projects *projects,
                       const struct index_links *links, const char *name,
                       void (*print)(const struct index_document *))
{
    struct json_list list;
    json_list_begin(&list, output, name);
    for (size_t p = 0; p < projects->all.len; p++) {
        struct project *project = projects->all.items[p];
        const struct workspace *ws = project->workspace->ws;
        for (size_t d = 0; d < workspace_count(ws); d++) {
            const struct document *document = workspace_at(ws, d);
            if (!document->judged || !project_selects(project, document->path))
                continue;
            struct arena arena;
            arena_init(&arena);
            struct place_cursor cursor = {0};
            struct index_document in = {projects, project, document, &links[p],
                                        &list,    &arena,  &cursor};
            print(&in);
            arena_release(&arena);
        }
    }
    json_list_end(&list);
}

void index_print_json(struct output *output, struct projects *projects)
{
    static const struct {
        const char *name;
        void (*print)(const struct index_document *);
    } lists[] = {
        {"documents", print_document},      {"items", print_items},     {"tasks", print_tasks},
        {"references", index_references},   {"gates", index_gates},     {"stops", index_stops},
        {"checkpoints", index_checkpoints}, {"entries", index_entries},
    };
    struct index_links *links = arena_array(&projects->arena, projects->all.len, sizeof *links);
    for (size_t p = 0; p < projects->all.len; p++)
        index_links_init(&links[p], projects->all.items[p]);
    strbuf_puts(&output->text, "{\n  \"version\": 1");
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        strbuf_puts(&output->text, ",\n");
        print_list(output, projects, links, lists[i].name, lists[i].print);
    }
    strbuf_puts(&output->text, "\n}\n");
    for (size_t p = 0; p < projects->all.len; p++)
        index_links_release(&links[p]);
}
