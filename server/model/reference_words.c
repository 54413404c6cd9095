/* reference_words.c: the words of lines that make, add, delete or rename files. */
#include "model/reference_words.h"

#include "model/phrases.h"

/* A trailing '*' stands for any ending. */
static const char *const creation_words[] = {
    "creat*", "add", "adds", "added", "adding", "new", "write", "writes", "writing", "written",
    "wrote", "generat*", "delet*", "remov*", "move", "moves", "moved", "moving", "renam*",
    "scaffold*", "introduc*", "implement*", "build", "builds", "make", "makes", "draft*", "produc*",
    "extract*", "split", "save", "saves", "saved", "output", "outputs", "emit", "emits", "port",
    "copy", "copies", "setup", "publish*", "author", "authored", "drop", "dropped", "retire",
    "migrat*", "missing", "planned", "future", "proposed", "rewrite", "replac*", "init",
    "initialize", "export", "place",
    /* German, Dutch */
    "erstell*", "anleg*", "hinzufüg*", "lösch*", "entfern*", "umbenenn*", "neu", "neue", "neues",
    "verschieb*", "schreib*", "generier*", "ergänz*", "maak", "maken", "toevoeg*", "verwijder*",
    /* French */
    "crée*", "créa*", "Crée*", "CRÉE*", "ajout*", "supprim*", "génér*", "nouveau", "nouveaux",
    "nouvelle", "déplac*", "renomm*", "écri*", "retir*",
    /* Spanish, Portuguese, Italian */
    "crear", "crea", "criar", "añad*", "agreg*", "elimin*", "gener*", "borr*", "mover", "renombr*",
    "nuevo", "nueva", "nuevos", "adicion*", "gerar", "exclu*", "remover", "renome*", "novo", "nova",
    "escrev*", "escrib*", "aggiung*", "nuovo", "nuova", "scriv*", "cancell*",
    /* Russian */
    "создат*", "Создат*", "добав*", "Добав*", "удал*", "Удал*", "новый", "Новый", "перенес*",
    "переимен*", "напис*", "Напис*"};

static const char *const creation_phrases[] = {
    "作成", "追加", "新規", "削除", "生成",   "移動", "リネーム", "作る", "创建", "新建",
    "添加", "删除", "新增", "移动", "重命名", "建立", "創建",     "編寫", "编写", "생성",
    "추가", "삭제", "작성", "이동", "إنشاء",  "أنشئ", "إضافة",    "حذف",  "جديد", NULL};

static bool word_is_creation(struct slice word)
{
    for (size_t i = 0; i < sizeof creation_words / sizeof *creation_words; i++) {
        const char *entry = creation_words[i];
        if (ascii_lower(*entry) != ascii_lower(*word.ptr))
            continue;
        struct slice s = slice_of(entry);
        bool prefix = s.ptr[s.len - 1] == '*';
        if (prefix)
            s.len--;
        if (prefix ? slice_starts_nocase(word, s) : slice_equal_nocase(word, s))
            return true;
    }
    return false;
}

bool says_creation(struct slice line)
{
    bool foreign = false;
    for (size_t i = 0; i < line.len;) {
        size_t start = i;
        while (i < line.len && phrases_word_byte(line.ptr[i]))
            foreign = (unsigned char)line.ptr[i++] >= 0xD8 || foreign;
        if (i > start && word_is_creation(slice_sub(line, start, i)))
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
