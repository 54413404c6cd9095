/* team.c: the people a document declares: tables with names and roles or shares, and lists below a
 * heading like "Team". */
#include "model/fields.h"
#include "model/labels.h"
#include "model/lexicon.h"
#include "model/title.h"

#include <stdlib.h>
#include <string.h>

/* ---- words ----------------------------------------------------------------------------------- */

/* A column that holds nothing but people. */
static const char *const person_words[] = {
    "person",      "people",   "member",       "team member", "member name", "teammate", "employee",
    "mitarbeiter", "personne", "teammitglied", "pessoa",      "membre",      "miembro",  "membro",
    "成员",        "姓名",     "氏名",         "メンバー",    "팀원",        NULL};
/* A column that may: beside a column of roles that are roles, or below a heading about people. */
static const char *const name_words[] = {"name",     "nom",         "nombre", "nome",   "naam",
                                         "imię",     "isim",        "ad",     "имя",    "who",
                                         "contact",  "名前",        "이름",   "担当者", "owner",
                                         "assignee", "assigned to", "wer",    "负责人", NULL};
static const char *const role_words[] = {
    "role", "position",   "job title", "rolle",  "funktion", "rôle",  "poste",
    "rol",  "puesto",     "cargo",     "função", "papel",    "ruolo", "функция",
    "роль", "должность",  "角色",      "职位",   "役割",     "役職",  "역할",
    "rola", "stanowisko", "functie",   "rolü",   NULL};
static const char *const share_words[] = {
    "allocation",  "fte",        "capacity",   "availability",  "commitment", "% of time",
    "time",        "auslastung", "kapazität",  "verfügbarkeit", "anteil",     "disponibilité",
    "capacité",    "asignación", "dedicación", "capacidad",     "dedicação",  "alocação",
    "allocazione", "capacità",   "загрузка",   "занятость",     "投入",       "稼働率",
    "工数",        "投入率",     "할당",       "투입률",        NULL};
static const char *const team_words[] = {"team",
                                         "the team",
                                         "our team",
                                         "project team",
                                         "core team",
                                         "team members",
                                         "people",
                                         "staff",
                                         "team structure",
                                         "team and roles",
                                         "roles",
                                         "roles and responsibilities",
                                         "personnel",
                                         "team allocation",
                                         "resource allocation",
                                         "resources",
                                         "staffing",
                                         "équipe",
                                         "l'équipe",
                                         "equipo",
                                         "equipe",
                                         "mitarbeiter",
                                         "personen",
                                         "beteiligte",
                                         "rollen",
                                         "das team",
                                         "команда",
                                         "チーム",
                                         "メンバー",
                                         "体制",
                                         "团队",
                                         "团队成员",
                                         "팀",
                                         "팀원",
                                         "ekip",
                                         "zespół",
                                         "squadra",
                                         NULL};

static bool is_one_of(struct slice words, const char *const *list)
{
    struct lexicon_key key = lexicon_fold(words);
    struct slice folded = lexicon_key_slice(&key);
    for (size_t i = 0; list[i] && folded.len; i++)
        if (slice_is(folded, list[i]))
            return true;
    return false;
}

static bool is_team_title(struct slice title)
{
    return is_one_of(title, team_words);
}

static bool is_about_people(const struct builder *b, uint32_t block)
{
    uint32_t heading = b->heading_of[block];
    return heading != NO_INDEX && builder_judge(b, b->titles[heading].name, is_team_title);
}

static bool has_role_word(struct slice words)
{
    struct slice_split split = {words, false};
    struct slice word;
    while (slice_split_next(&split, ' ', &word))
        if (is_role_word(word))
            return true;
    return false;
}

/* ---- tables ---------------------------------------------------------------------------------- */

#define TEAM_MAX_COLUMNS 16

struct team_table {
    uint32_t header;
    uint32_t name, role, share; /* columns; NO_INDEX where there is none */
    bool certain;               /* the name's column says that it holds people */
};

static struct team_table columns_of(const struct builder *b, uint32_t table)
{
    struct team_table team = {block_first_child(b->blocks, table), NO_INDEX, NO_INDEX, NO_INDEX,
                              false};
    uint32_t column = 0;
    for (uint32_t cell = team.header ? block_first_child(b->blocks, team.header) : 0;
         cell && column < TEAM_MAX_COLUMNS; cell = block_next_sibling(b->blocks, cell), column++) {
        struct slice words = title_undecorate(span_slice(b->bytes, b->blocks->v[cell].text));
        bool person = is_one_of(words, person_words);
        if (team.name == NO_INDEX && (person || is_one_of(words, name_words))) {
            team.name = column;
            team.certain = person;
        } else if (team.role == NO_INDEX && is_one_of(words, role_words)) {
            team.role = column;
        } else if (team.share == NO_INDEX && is_one_of(words, share_words)) {
            team.share = column;
        }
    }
    return team;
}

static uint32_t cell_of(const struct builder *b, uint32_t row, uint32_t column)
{
    uint32_t cell = block_first_child(b->blocks, row);
    while (cell && column-- > 0)
        cell = block_next_sibling(b->blocks, cell);
    return cell;
}

/* At least half of the column's cells that say something say a role. */
static bool holds_roles(const struct builder *b, const struct team_table *team)
{
    uint32_t said = 0, roles = 0;
    if (team->role == NO_INDEX)
        return false;
    for (uint32_t row = block_next_sibling(b->blocks, team->header); row;
         row = block_next_sibling(b->blocks, row)) {
        uint32_t cell = cell_of(b, row, team->role);
        struct slice words = cell ? span_slice(b->bytes, b->blocks->v[cell].text) : SLICE("");
        said += words.len > 0;
        roles += has_role_word(words);
    }
    return roles > 0 && roles * 2 >= said;
}

/* "50%", "~50 %", "0.5 FTE", "0.5", "60% (shared)": the whole of a cell; 0 where it is none. */
static double read_share(struct slice s)
{
    size_t remark = slice_find_byte(s, '(');
    if (remark != SLICE_NONE && slice_find_byte(slice_from(s, remark), '%') == SLICE_NONE)
        s = slice_sub(s, 0, remark);
    s = title_undecorate(s);
    while (s.len && (s.ptr[0] == '~' || s.ptr[0] == ' '))
        s = slice_from(s, 1);
    char digits[16];
    size_t len = 0;
    while (len < s.len && len + 1 < sizeof digits &&
           (ascii_is_digit(s.ptr[len]) || s.ptr[len] == '.')) {
        digits[len] = s.ptr[len];
        len++;
    }
    digits[len] = '\0';
    double number = len ? strtod(digits, NULL) : 0;
    struct slice unit = slice_trim(slice_from(s, len));
    if (slice_is(unit, "%"))
        number /= 100;
    else if (unit.len && !slice_is_nocase(unit, "fte"))
        return 0;
    else if (number > 2)
        return 0; /* "40": hours, or per cent, or heads */
    return number > 0 && number <= 2 ? number : 0;
}

/* Adds who is named in the span, if it is one person. */
static struct person *add_person(struct builder *b, struct span name, struct span where)
{
    struct inlines inlines = builder_inlines_of(b, name);
    struct people found = {0};
    people_read(&inlines, b->bytes, b->scratch, &found);
    if (found.len != 1 || found.items[0].role_only)
        return NULL;
    struct person *person = VEC_PUSH(b->scratch, &b->model->people);
    *person = found.items[0];
    person->where = where;
    return person;
}

static void read_row(struct builder *b, const struct team_table *team, uint32_t row)
{
    uint32_t name = cell_of(b, row, team->name), role, share;
    struct person *person =
        name ? add_person(b, b->blocks->v[name].text, b->blocks->v[row].span) : NULL;
    if (!person)
        return;
    role = team->role == NO_INDEX ? 0 : cell_of(b, row, team->role);
    share = team->share == NO_INDEX ? 0 : cell_of(b, row, team->share);
    if (role && person->role.len == 0 && !span_is_empty(b->blocks->v[role].text)) {
        person->role_span = span_unmarked(b->bytes, b->blocks->v[role].text);
        person->role = builder_plain_scratch(b, person->role_span);
    }
    if (share && person->share <= 0)
        person->share = read_share(span_slice(b->bytes, b->blocks->v[share].text));
}

static void read_table(struct builder *b, uint32_t table)
{
    struct team_table team = columns_of(b, table);
    struct item_table items;
    if (team.name == NO_INDEX || (team.role == NO_INDEX && team.share == NO_INDEX))
        return;
    if (!team.certain && !holds_roles(b, &team) && !is_about_people(b, table))
        return;
    if (item_table_read(b, table, &items))
        return;
    for (uint32_t row = block_next_sibling(b->blocks, team.header); row;
         row = block_next_sibling(b->blocks, row))
        read_row(b, &team, row);
}

/* Longer ones are sentences. */
#define TEAM_MAX_ROLE 48

/* ---- lists ----------------------------------------------------------------------------------- */

static struct span trim_marks(struct slice bytes, struct span span)
{
    while (span.start < span.end && strchr(" *_:", bytes.ptr[span.start]))
        span.start++;
    while (span.start < span.end && strchr(" *_:", bytes.ptr[span.end - 1]))
        span.end--;
    return span;
}

/* "**Jamie**: Backend Lead": the role stands behind the name. */
static bool read_name_colon_role(struct builder *b, struct span line)
{
    size_t colon = slice_find_byte(span_slice(b->bytes, line), ':');
    if (colon == SLICE_NONE)
        return false;
    struct span name =
        trim_marks(b->bytes, (struct span){line.start, line.start + (uint32_t)colon});
    struct span role = trim_marks(b->bytes, (struct span){line.start + (uint32_t)colon, line.end});
    if (role.end - role.start > TEAM_MAX_ROLE || has_role_word(span_slice(b->bytes, name)) ||
        !has_role_word(span_slice(b->bytes, role)) ||
        field_key_of(span_slice(b->bytes, name), b->settings) != FIELD_OTHER)
        return false;
    struct person *person = add_person(b, name, line);
    if (!person)
        return false;
    person->role_span = role;
    person->role = builder_plain_scratch(b, role);
    return true;
}

/* "- Jamie (Backend Lead, 50%)": only a name with a role is certain. */
static void read_bullet(struct builder *b, uint32_t item)
{
    uint32_t paragraph = block_first_child(b->blocks, item);
    uint32_t line = paragraph ? block_first_child(b->blocks, paragraph) : 0;
    if (!line || b->blocks->v[paragraph].kind != BLOCK_PARAGRAPH ||
        b->blocks->v[line].kind != BLOCK_LINE || !span_is_empty(b->blocks->v[item].box))
        return;
    if (read_name_colon_role(b, b->blocks->v[line].text))
        return;
    size_t before = b->model->people.len;
    struct person *person = add_person(b, b->blocks->v[line].text, b->blocks->v[line].text);
    if (person && !has_role_word(person->role))
        b->model->people.len = before;
}

void build_people(struct builder *b)
{
    const struct block *v = b->blocks->v;
    for (uint32_t i = 1; i < b->blocks->len;) {
        bool outermost = v[v[i].parent].kind == BLOCK_SECTION || v[i].parent == 0;
        if (v[i].kind == BLOCK_TABLE && outermost)
            read_table(b, i);
        else if (v[i].kind == BLOCK_LIST && outermost && is_about_people(b, i))
            for (uint32_t item = block_first_child(b->blocks, i); item;
                 item = block_next_sibling(b->blocks, item))
                read_bullet(b, item);
        i = v[i].kind == BLOCK_QUOTE || v[i].kind == BLOCK_LIST || v[i].kind == BLOCK_TABLE
                ? v[i].next
                : i + 1;
    }
    BUILDER_KEEP(b, &b->model->people);
    for (size_t i = 0; i < b->model->people.len; i++) {
        struct person *person = &b->model->people.items[i];
        person->name = builder_keep(b, person->name);
        person->role = builder_keep(b, person->role);
        person->scope = builder_keep(b, person->scope);
    }
}
