/* positions.c: byte spans to LSP ranges and back. */
#include "lsp/positions.h"

#include "text/utf8.h"

static const char *const names[] = {
    [TEXT_UTF8] = "utf-8",
    [TEXT_UTF16] = "utf-16",
    [TEXT_UTF32] = "utf-32",
};

const char *positions_encoding_name(enum text_encoding encoding)
{
    return names[encoding];
}

static bool is_offered(const cJSON *offered, enum text_encoding encoding)
{
    const cJSON *name;
    struct slice s;
    if (!cJSON_IsArray(offered))
        return false;
    cJSON_ArrayForEach(name, offered)
    {
        if (json_string(name, &s) && slice_is(s, names[encoding]))
            return true;
    }
    return false;
}

enum text_encoding positions_negotiate(const cJSON *offered)
{
    if (is_offered(offered, TEXT_UTF8))
        return TEXT_UTF8;
    return is_offered(offered, TEXT_UTF32) ? TEXT_UTF32 : TEXT_UTF16;
}

void positions_init(struct positions *positions, const struct text *text,
                    enum text_encoding encoding)
{
    *positions = (struct positions){.text = text, .encoding = encoding};
}

struct text_position positions_of(struct positions *positions, uint32_t offset)
{
    const struct text *text = positions->text;
    uint32_t line = text_line_of(text, offset);
    uint32_t end = text_line(text, line).end;
    offset = (uint32_t)utf8_start(text->bytes, offset < end ? offset : end);
    if (line == positions->line && offset >= positions->offset) {
        struct span since = {positions->offset, offset};
        positions->column += text_units(span_slice(text->bytes, since), positions->encoding);
    } else {
        positions->column = text_position(text, offset, positions->encoding).column;
    }
    positions->line = line;
    positions->offset = offset;
    return (struct text_position){line, positions->column};
}

static cJSON *new_position(struct text_position position)
{
    cJSON *json = cJSON_CreateObject();
    json_set(json, "line", cJSON_CreateNumber(position.line));
    json_set(json, "character", cJSON_CreateNumber(position.column));
    return json;
}

cJSON *text_range_new_json(const struct text_range *range)
{
    cJSON *json = cJSON_CreateObject();
    json_set(json, "start", new_position(range->start));
    json_set(json, "end", new_position(range->end));
    return json;
}

cJSON *positions_new_range(struct positions *positions, struct span span)
{
    struct text_range range = {.start = positions_of(positions, span.start)};
    range.end = positions_of(positions, span.end);
    return text_range_new_json(&range);
}

bool positions_read_place(const cJSON *position, struct text_position *place)
{
    return json_get_u32(position, "line", &place->line) &&
           json_get_u32(position, "character", &place->column);
}

bool positions_read(const struct positions *positions, const cJSON *position, uint32_t *offset)
{
    struct text_position read;
    if (!positions_read_place(position, &read))
        return false;
    *offset = text_offset(positions->text, read, positions->encoding);
    return true;
}

bool positions_read_range(const struct positions *positions, const cJSON *range, struct span *span)
{
    uint32_t start, end;
    if (!positions_read(positions, json_get(range, "start"), &start) ||
        !positions_read(positions, json_get(range, "end"), &end))
        return false;
    *span = start <= end ? (struct span){start, end} : (struct span){end, start};
    return true;
}
