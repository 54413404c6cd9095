/* reference_words.c: the words of lines that make, add, delete or rename files. */
#include "model/reference_words.h"

#include "model/phrases.h"

struct creation_word {
    struct slice text;
    bool prefix; /* any ending may follow */
};

/* By their first bytes. English, German, Dutch, French, Spanish, Portuguese, Italian, Russian. */
static const struct creation_word creation_words[] = {
    {SLICE_INIT("add"), false},      {SLICE_INIT("added"), false},
    {SLICE_INIT("adding"), false},   {SLICE_INIT("adds"), false},
    {SLICE_INIT("adicion"), true},   {SLICE_INIT("aggiung"), true},
    {SLICE_INIT("agreg"), true},     {SLICE_INIT("ajout"), true},
    {SLICE_INIT("anleg"), true},     {SLICE_INIT("author"), false},
    {SLICE_INIT("authored"), false}, {SLICE_INIT("añad"), true},
    {SLICE_INIT("borr"), true},      {SLICE_INIT("build"), false},
    {SLICE_INIT("builds"), false},   {SLICE_INIT("cancell"), true},
    {SLICE_INIT("copies"), false},   {SLICE_INIT("copy"), false},
    {SLICE_INIT("crea"), false},     {SLICE_INIT("crear"), false},
    {SLICE_INIT("creat"), true},     {SLICE_INIT("criar"), false},
    {SLICE_INIT("créa"), true},      {SLICE_INIT("crée"), true},
    {SLICE_INIT("delet"), true},     {SLICE_INIT("draft"), true},
    {SLICE_INIT("drop"), false},     {SLICE_INIT("dropped"), false},
    {SLICE_INIT("déplac"), true},    {SLICE_INIT("elimin"), true},
    {SLICE_INIT("emit"), false},     {SLICE_INIT("emits"), false},
    {SLICE_INIT("entfern"), true},   {SLICE_INIT("ergänz"), true},
    {SLICE_INIT("erstell"), true},   {SLICE_INIT("escrev"), true},
    {SLICE_INIT("escrib"), true},    {SLICE_INIT("exclu"), true},
    {SLICE_INIT("export"), false},   {SLICE_INIT("extract"), true},
    {SLICE_INIT("future"), false},   {SLICE_INIT("gener"), true},
    {SLICE_INIT("generat"), true},   {SLICE_INIT("generier"), true},
    {SLICE_INIT("gerar"), false},    {SLICE_INIT("génér"), true},
    {SLICE_INIT("hinzufüg"), true},  {SLICE_INIT("implement"), true},
    {SLICE_INIT("init"), false},     {SLICE_INIT("initialize"), false},
    {SLICE_INIT("introduc"), true},  {SLICE_INIT("lösch"), true},
    {SLICE_INIT("maak"), false},     {SLICE_INIT("make"), false},
    {SLICE_INIT("maken"), false},    {SLICE_INIT("makes"), false},
    {SLICE_INIT("migrat"), true},    {SLICE_INIT("missing"), false},
    {SLICE_INIT("move"), false},     {SLICE_INIT("moved"), false},
    {SLICE_INIT("mover"), false},    {SLICE_INIT("moves"), false},
    {SLICE_INIT("moving"), false},   {SLICE_INIT("neu"), false},
    {SLICE_INIT("neue"), false},     {SLICE_INIT("neues"), false},
    {SLICE_INIT("new"), false},      {SLICE_INIT("nouveau"), false},
    {SLICE_INIT("nouveaux"), false}, {SLICE_INIT("nouvelle"), false},
    {SLICE_INIT("nova"), false},     {SLICE_INIT("novo"), false},
    {SLICE_INIT("nueva"), false},    {SLICE_INIT("nuevo"), false},
    {SLICE_INIT("nuevos"), false},   {SLICE_INIT("nuova"), false},
    {SLICE_INIT("nuovo"), false},    {SLICE_INIT("output"), false},
    {SLICE_INIT("outputs"), false},  {SLICE_INIT("place"), false},
    {SLICE_INIT("planned"), false},  {SLICE_INIT("port"), false},
    {SLICE_INIT("produce"), false},  {SLICE_INIT("produced"), false},
    {SLICE_INIT("produces"), false}, {SLICE_INIT("producing"), false},
    {SLICE_INIT("producir"), false}, {SLICE_INIT("produis"), true},
    {SLICE_INIT("proposed"), false}, {SLICE_INIT("publish"), true},
    {SLICE_INIT("remov"), true},     {SLICE_INIT("remover"), false},
    {SLICE_INIT("renam"), true},     {SLICE_INIT("renombr"), true},
    {SLICE_INIT("renome"), true},    {SLICE_INIT("renomm"), true},
    {SLICE_INIT("replac"), true},    {SLICE_INIT("retir"), true},
    {SLICE_INIT("retire"), false},   {SLICE_INIT("rewrite"), false},
    {SLICE_INIT("save"), false},     {SLICE_INIT("saved"), false},
    {SLICE_INIT("saves"), false},    {SLICE_INIT("scaffold"), true},
    {SLICE_INIT("schreib"), true},   {SLICE_INIT("scriv"), true},
    {SLICE_INIT("setup"), false},    {SLICE_INIT("split"), false},
    {SLICE_INIT("supprim"), true},   {SLICE_INIT("toevoeg"), true},
    {SLICE_INIT("umbenenn"), true},  {SLICE_INIT("verschieb"), true},
    {SLICE_INIT("verwijder"), true}, {SLICE_INIT("write"), false},
    {SLICE_INIT("writes"), false},   {SLICE_INIT("writing"), false},
    {SLICE_INIT("written"), false},  {SLICE_INIT("wrote"), false},
    {SLICE_INIT("écri"), true},      {SLICE_INIT("Добав"), true},
    {SLICE_INIT("Напис"), true},     {SLICE_INIT("Новый"), false},
    {SLICE_INIT("Создат"), true},    {SLICE_INIT("Удал"), true},
    {SLICE_INIT("добав"), true},     {SLICE_INIT("напис"), true},
    {SLICE_INIT("новый"), false},    {SLICE_INIT("переимен"), true},
    {SLICE_INIT("перенес"), true},   {SLICE_INIT("создат"), true},
    {SLICE_INIT("удал"), true},
};

static const char *const creation_phrases[] = {
    "作成", "追加", "新規", "削除", "生成",   "移動", "リネーム", "作る", "创建", "新建",
    "添加", "删除", "新增", "移动", "重命名", "建立", "創建",     "編寫", "编写", "생성",
    "추가", "삭제", "작성", "이동", "إنشاء",  "أنشئ", "إضافة",    "حذف",  "جديد", NULL};

static bool word_is_creation(struct slice word)
{
    unsigned char first = (unsigned char)ascii_lower(word.ptr[0]);
    size_t count = sizeof creation_words / sizeof *creation_words, low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((unsigned char)creation_words[middle].text.ptr[0] < first)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < count && (unsigned char)creation_words[low].text.ptr[0] == first; low++) {
        const struct creation_word *entry = &creation_words[low];
        if (entry->prefix ? slice_starts_nocase(word, entry->text)
                          : slice_equal_nocase(word, entry->text))
            return true;
    }
    return false;
}

/* Is the word a part of a path or another name: "PRODUCT_LOG.md", "src/new/a.c"? */
static bool is_in_name(struct slice line, size_t start, size_t end)
{
    if (start > 0 && (line.ptr[start - 1] == '_' || line.ptr[start - 1] == '/'))
        return true;
    return end < line.len &&
           (line.ptr[end] == '_' || line.ptr[end] == '/' ||
            (line.ptr[end] == '.' && end + 1 < line.len && ascii_is_alnum(line.ptr[end + 1])));
}

bool says_creation(struct slice line)
{
    bool foreign = false;
    for (size_t i = 0; i < line.len;) {
        size_t start = i;
        while (i < line.len && phrases_word_byte(line.ptr[i]))
            foreign = (unsigned char)line.ptr[i++] >= 0xD8 || foreign;
        if (i > start && !is_in_name(line, start, i) && word_is_creation(slice_sub(line, start, i)))
            return true;
        if (i == start)
            i++;
    }
    return foreign && phrases_any(line, creation_phrases);
}

bool names_new_files(struct slice title)
{
    static const char *const phrases[] = {"files to create",
                                          "files to add",
                                          "files to be created",
                                          "to be created",
                                          "to create",
                                          "new file",
                                          "new files",
                                          "new modules",
                                          "new components",
                                          "files created",
                                          "created files",
                                          "files to delete",
                                          "files to remove",
                                          "deleted files",
                                          "removed files",
                                          "files deleted",
                                          "deliverable",
                                          "deliverables",
                                          "proposed structure",
                                          "target structure",
                                          "proposed directory structure",
                                          "outputs",
                                          "neue dateien",
                                          "zu erstellen",
                                          "ergebnisse",
                                          "fichiers à créer",
                                          "nouveaux fichiers",
                                          "livrables",
                                          "archivos nuevos",
                                          "archivos a crear",
                                          "nuevos archivos",
                                          "entregables",
                                          "novos arquivos",
                                          "arquivos a criar",
                                          "новые файлы",
                                          "Новые файлы",
                                          "新規ファイル",
                                          "作成するファイル",
                                          "成果物",
                                          "新增文件",
                                          "新建文件",
                                          "交付物",
                                          "الملفات الجديدة",
                                          NULL};
    return title.len <= PHRASES_TITLE_MAX && phrases_any(title, phrases);
}
