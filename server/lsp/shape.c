/* shape.c: the protocol's types of what comes back, as tables. */
#include "lsp/shape.h"

#include "lsp/uri.h"

#include <string.h>

enum shape_kind {
    SHAPE_ANY,
    SHAPE_NOTHING,
    SHAPE_TEXT,
    SHAPE_WORD,
    SHAPE_URI,
    SHAPE_FLAG,
    SHAPE_NUMBER,
    SHAPE_LIST,
    SHAPE_MAP,
    SHAPE_OBJECT
};

struct field {
    const char *name;
    const struct shape *shape;
    bool needed;
};

struct shape {
    enum shape_kind kind;
    int64_t least, most;        /* of a number */
    const char *const *words;   /* a text is one of; ended by NULL */
    const struct shape *of;     /* what a list or map holds */
    const struct field *fields; /* of an object; ended by one without name */
    bool only; /* an object of nothing but these: what needs none says nothing else */
    const struct shape *other; /* what it may be as well; or NULL */
};

#define FIELDS(...) ((const struct field[]){__VA_ARGS__, {NULL, NULL, false}})
#define OBJECT(...)                                                                                \
    {                                                                                              \
        .kind = SHAPE_OBJECT, .fields = FIELDS(__VA_ARGS__)                                        \
    }
#define LIST(what)                                                                                 \
    {                                                                                              \
        .kind = SHAPE_LIST, .of = &(what)                                                          \
    }
#define WORD(...)                                                                                  \
    {                                                                                              \
        .kind = SHAPE_WORD, .words = (const char *const[])                                         \
        {                                                                                          \
            __VA_ARGS__, NULL                                                                      \
        }                                                                                          \
    }
#define NUMBER(from, to)                                                                           \
    {                                                                                              \
        .kind = SHAPE_NUMBER, .least = (from), .most = (to)                                        \
    }

static const struct shape any = {.kind = SHAPE_ANY}, values = LIST(any);
static const struct shape text = {.kind = SHAPE_TEXT}, texts = LIST(text);
static const struct shape uri = {.kind = SHAPE_URI};
static const struct shape flag = {.kind = SHAPE_FLAG};
static const struct shape count = NUMBER(0, INT32_MAX);
static const struct shape one = NUMBER(1, 1), old_tags = LIST(one);
static const struct shape one_or_two = NUMBER(1, 2), tags = LIST(one_or_two);

/* ---- places and edits ------------------------------------------------------------------------ */

static const struct shape position = OBJECT({"line", &count, true}, {"character", &count, true});
static const struct shape range = OBJECT({"start", &position, true}, {"end", &position, true});
static const struct shape location = OBJECT({"uri", &uri, true}, {"range", &range, true});

static const struct shape insert_replace =
    OBJECT({"newText", &text, true}, {"insert", &range, true}, {"replace", &range, true});
static const struct shape text_edit = OBJECT({"newText", &text, true}, {"range", &range, true},
                                             {"annotationId", &text, false}),
                          text_edits = LIST(text_edit),
                          edits_by_uri = {.kind = SHAPE_MAP, .of = &text_edits},
                          some_text_edit = {
                              .kind = SHAPE_OBJECT,
                              .fields = FIELDS({"newText", &text, true}, {"range", &range, true}),
                              .other = &insert_replace};

static const struct shape snippet_kind = WORD("snippet");
static const struct shape snippet = OBJECT({"kind", &snippet_kind, true}, {"value", &text, true});
static const struct shape snippet_edit =
    OBJECT({"range", &range, true}, {"snippet", &snippet, true});
static const struct shape change = {.kind = SHAPE_OBJECT,
                                    .fields =
                                        FIELDS({"newText", &text, true}, {"range", &range, true},
                                               {"annotationId", &text, false}),
                                    .other = &snippet_edit},
                          changes = LIST(change);
static const struct shape nothing = {.kind = SHAPE_NOTHING};
static const struct shape version = {
    .kind = SHAPE_NUMBER, .least = INT32_MIN, .most = INT32_MAX, .other = &nothing};
static const struct shape versioned = OBJECT({"uri", &uri, true}, {"version", &version, true});
static const struct shape flags = {.kind = SHAPE_MAP, .of = &flag};
static const struct shape rename_kind = WORD("rename"), file_kind = WORD("create", "delete");
static const struct shape moved =
    OBJECT({"kind", &rename_kind, true}, {"oldUri", &uri, true}, {"newUri", &uri, true},
           {"options", &flags, false}, {"annotationId", &text, false});
static const struct shape made = {.kind = SHAPE_OBJECT,
                                  .fields = FIELDS({"kind", &file_kind, true}, {"uri", &uri, true},
                                                   {"options", &flags, false},
                                                   {"annotationId", &text, false}),
                                  .other = &moved};
static const struct shape document_change = {
    .kind = SHAPE_OBJECT,
    .fields = FIELDS({"textDocument", &versioned, true}, {"edits", &changes, true}),
    .other = &made};
static const struct shape document_changes = LIST(document_change);
static const struct shape annotation = OBJECT(
    {"label", &text, true}, {"needsConfirmation", &flag, false}, {"description", &text, false});
static const struct shape annotations = {.kind = SHAPE_MAP, .of = &annotation};
static const struct shape edit = {.kind = SHAPE_OBJECT,
                                  .fields = FIELDS({"changes", &edits_by_uri, false},
                                                   {"documentChanges", &document_changes, false},
                                                   {"changeAnnotations", &annotations, false}),
                                  .only = true};

/* ---- what is shown ------------------------------------------------------------------------------ */

static const struct shape markup_kind = WORD("plaintext", "markdown");
static const struct shape markup = OBJECT({"kind", &markup_kind, true}, {"value", &text, true});
static const struct shape words = {.kind = SHAPE_TEXT, .other = &markup};
static const struct shape command = OBJECT({"title", &text, true}, {"tooltip", &text, false},
                                           {"command", &text, true}, {"arguments", &values, false});
static const struct shape code = {
    .kind = SHAPE_NUMBER, .least = INT32_MIN, .most = INT32_MAX, .other = &text};
static const struct shape severity = NUMBER(1, 4);
static const struct shape page = OBJECT({"href", &text, true});
static const struct shape related = OBJECT({"location", &location, true}, {"message", &text, true});
static const struct shape all_related = LIST(related);

const struct shape shape_diagnostic =
    OBJECT({"range", &range, true}, {"severity", &severity, false}, {"code", &code, false},
           {"codeDescription", &page, false}, {"source", &text, false}, {"message", &words, true},
           {"tags", &tags, false}, {"relatedInformation", &all_related, false});

static const struct shape diagnostics = LIST(shape_diagnostic);
static const struct shape disabled = OBJECT({"reason", &text, true});

const struct shape shape_code_action =
    OBJECT({"title", &text, true}, {"kind", &text, false}, {"diagnostics", &diagnostics, false},
           {"isPreferred", &flag, false}, {"disabled", &disabled, false}, {"edit", &edit, false},
           {"command", &command, false}, {"tags", &old_tags, false});

static const struct shape details = OBJECT({"detail", &text, false}, {"description", &text, false});
static const struct shape completion_kind = NUMBER(1, 25);

const struct shape shape_completion_item =
    OBJECT({"label", &text, true}, {"labelDetails", &details, false},
           {"kind", &completion_kind, false}, {"tags", &old_tags, false}, {"detail", &text, false},
           {"documentation", &words, false}, {"deprecated", &flag, false},
           {"preselect", &flag, false}, {"sortText", &text, false}, {"filterText", &text, false},
           {"insertText", &text, false}, {"insertTextFormat", &one_or_two, false},
           {"insertTextMode", &one_or_two, false}, {"textEdit", &some_text_edit, false},
           {"textEditText", &text, false}, {"additionalTextEdits", &text_edits, false},
           {"commitCharacters", &texts, false}, {"command", &command, false});

static const struct shape symbol_kind = NUMBER(1, 26);
static const struct shape only_uri = OBJECT({"uri", &uri, true}, {"range", &range, false});

const struct shape shape_workspace_symbol =
    OBJECT({"name", &text, true}, {"kind", &symbol_kind, true}, {"tags", &old_tags, false},
           {"containerName", &text, false}, {"location", &only_uri, true});

const struct shape shape_document_link =
    OBJECT({"range", &range, true}, {"target", &text, false}, {"tooltip", &text, false});

const struct shape shape_code_lens = OBJECT({"range", &range, true}, {"command", &command, false});

/* ---- comparing ---------------------------------------------------------------------------------- */

static bool all_fit(const cJSON *values_of, const struct shape *shape)
{
    const cJSON *value;
    cJSON_ArrayForEach(value, values_of)
    {
        if (!shape_fits(value, shape))
            return false;
    }
    return true;
}

static bool fields_fit(const cJSON *object, const struct field *fields)
{
    for (const struct field *field = fields; field->name; field++) {
        const cJSON *value = json_get(object, field->name);
        if (value ? !shape_fits(value, field->shape) : field->needed)
            return false;
    }
    return true;
}

static bool is_known(const char *name, const struct field *fields)
{
    while (fields->name && strcmp(fields->name, name) != 0)
        fields++;
    return fields->name != NULL;
}

static bool knows_all(const cJSON *object, const struct field *fields)
{
    const cJSON *value;
    cJSON_ArrayForEach(value, object)
    {
        if (!is_known(value->string, fields))
            return false;
    }
    return true;
}

static bool is_among(struct slice s, const char *const *known)
{
    while (*known && !slice_is(s, *known))
        known++;
    return *known != NULL;
}

static bool fits_alone(const cJSON *value, const struct shape *shape)
{
    int64_t n;
    struct slice s;
    switch (shape->kind) {
    case SHAPE_ANY:
        return true;
    case SHAPE_NOTHING:
        return cJSON_IsNull(value);
    case SHAPE_TEXT:
        return cJSON_IsString(value);
    case SHAPE_WORD:
        return json_string(value, &s) && is_among(s, shape->words);
    case SHAPE_URI:
        return json_string(value, &s) && uri_has_scheme(s);
    case SHAPE_FLAG:
        return cJSON_IsBool(value);
    case SHAPE_NUMBER:
        return json_int(value, &n) && n >= shape->least && n <= shape->most;
    case SHAPE_LIST:
        return cJSON_IsArray(value) && all_fit(value, shape->of);
    case SHAPE_MAP:
        return cJSON_IsObject(value) && all_fit(value, shape->of);
    case SHAPE_OBJECT:
        return cJSON_IsObject(value) && fields_fit(value, shape->fields) &&
               (!shape->only || knows_all(value, shape->fields));
    }
    return false;
}

bool shape_fits(const cJSON *value, const struct shape *shape)
{
    while (shape && !fits_alone(value, shape))
        shape = shape->other;
    return shape != NULL;
}
