/* task_words.c: the words that tasks and records are recognised by, as tables. */
#include "model/task_words.h"

#include "model/phrases.h"

bool is_next_steps_title(struct slice title)
{
    static const char *const phrases[] = {"next step",          "next steps",
                                          "next action",        "next actions",
                                          "next 3 steps",       "immediate actions",
                                          "nächste schritte",   "nächster schritt",
                                          "prochaines étapes",  "prochaine étape",
                                          "prochaines actions", "PROCHAINES ÉTAPES",
                                          "próximos pasos",     "próximos passos",
                                          "Próximos pasos",     "PRÓXIMOS",
                                          "siguientes pasos",   "proximos passos",
                                          "prossimi passi",     "volgende stappen",
                                          "následující kroky",  "następne kroki",
                                          "kolejne kroki",      "sonraki adımlar",
                                          "nästa steg",         "следующие шаги",
                                          "Следующие шаги",     "Дальнейшие шаги",
                                          "次のステップ",       "次のアクション",
                                          "今後のステップ",     "下一步",
                                          "后续步骤",           "下一步行动",
                                          "다음 단계",          "الخطوات التالية",
                                          "الخطوات القادمة",    NULL};
    return title.len <= PHRASES_TITLE_MAX && phrases_any(title, phrases);
}

enum gate_words gate_words_of(struct slice title)
{
    static const char *const strong[] = {"go-gate criteria",  "go gate criteria",
                                         "gate criteria",     "go/no-go criteria",
                                         "go-no-go criteria", "go / no-go criteria",
                                         "no-go criteria",    "go/no-go decision criteria",
                                         "exit gate",         "gate exit criteria",
                                         "go-gate",           "critères de passage",
                                         "gate-kriterien",    "freigabekriterien",
                                         "criterios de paso", "критерии перехода",
                                         "ゲート基準",        "ゲート条件",
                                         "通过标准",          NULL};
    static const char *const weak[] = {"exit criteria",
                                       "entry criteria",
                                       "quality gate",
                                       "quality gates",
                                       "phase gate",
                                       "release gate",
                                       "stage gate",
                                       "gate checklist",
                                       "go/no-go checklist",
                                       "go/no-go gate",
                                       "go / no-go gate",
                                       "go-no-go gate",
                                       "critères de sortie",
                                       "ausstiegskriterien",
                                       "criterios de salida",
                                       "критерии выхода",
                                       "終了基準",
                                       "完了ゲート",
                                       "退出标准",
                                       NULL};
    static const char *const alone[] = {"gate", "gates", "the gate", "go/no-go", NULL};
    title = slice_trim(title);
    if (title.len > PHRASES_TITLE_MAX)
        return GATE_WORDS_NONE;
    if (phrases_any(title, strong))
        return GATE_WORDS_STRONG;
    if (phrases_any(title, weak))
        return GATE_WORDS_WEAK;
    while (title.len &&
           (title.ptr[title.len - 1] == ':' || ascii_is_space(title.ptr[title.len - 1])))
        title.len--;
    for (const char *const *word = alone; *word; word++)
        if (slice_is_nocase(title, *word))
            return GATE_WORDS_WEAK;
    return GATE_WORDS_NONE;
}

bool is_gate_title(struct slice title)
{
    return gate_words_of(title) != GATE_WORDS_NONE;
}

bool is_stop_title(struct slice title)
{
    static const char *const phrases[] = {"stop conditions",
                                          "stop condition",
                                          "stop criteria",
                                          "stopping criteria",
                                          "stopping conditions",
                                          "stop-conditions",
                                          "kill criteria",
                                          "kill conditions",
                                          "kill switch criteria",
                                          "abort criteria",
                                          "abort conditions",
                                          "pause conditions",
                                          "halt conditions",
                                          "pivot triggers",
                                          "stop triggers",
                                          "abbruchkriterien",
                                          "abbruchbedingungen",
                                          "stopp-bedingungen",
                                          "conditions d'arrêt",
                                          "critères d'arrêt",
                                          "condiciones de parada",
                                          "criterios de parada",
                                          "condições de parada",
                                          "criteri di arresto",
                                          "условия остановки",
                                          "Условия остановки",
                                          "中止条件",
                                          "停止条件",
                                          "终止条件",
                                          "중단 조건",
                                          "شروط التوقف",
                                          NULL};
    return title.len <= PHRASES_TITLE_MAX && phrases_any(title, phrases);
}

bool is_checkpoint_title(struct slice title)
{
    static const char *const phrases[] = {"budget checkpoint",
                                          "budget checkpoints",
                                          "spending checkpoints",
                                          "spend checkpoints",
                                          "cost checkpoints",
                                          "budget check-ins",
                                          "budget-checkpoints",
                                          "budget milestones",
                                          "budget-meilensteine",
                                          "budgetkontrollpunkte",
                                          "points de contrôle budgétaires",
                                          "jalons budgétaires",
                                          "puntos de control del presupuesto",
                                          "puntos de control presupuestarios",
                                          "pontos de controle do orçamento",
                                          "контрольные точки бюджета",
                                          "予算チェックポイント",
                                          "预算检查点",
                                          "예산 체크포인트",
                                          NULL};
    return title.len <= PHRASES_TITLE_MAX && phrases_any(title, phrases);
}

bool is_criteria_title(struct slice title)
{
    static const char *const phrases[] = {"criteria",
                                          "criterion",
                                          "definition of done",
                                          "definition of ready",
                                          "dod",
                                          "kriterien",
                                          "abnahmekriterien",
                                          "akzeptanzkriterien",
                                          "erfolgskriterien",
                                          "critères",
                                          "Critères",
                                          "CRITÈRES",
                                          "criterios",
                                          "critérios",
                                          "criteri",
                                          "критери",
                                          "Критери",
                                          "受け入れ基準",
                                          "受入基準",
                                          "完了条件",
                                          "成功基準",
                                          "验收标准",
                                          "验收条件",
                                          "成功标准",
                                          "수용 기준",
                                          "완료 조건",
                                          "معايير",
                                          NULL};
    return title.len <= PHRASES_TITLE_MAX && phrases_any(title, phrases);
}

static bool header_is(struct slice header, const char *const *words)
{
    header = slice_trim(header);
    for (; *words; words++)
        if (slice_is_nocase(header, *words))
            return true;
    return false;
}

bool is_document_column(struct slice header)
{
    static const char *const words[] = {
        "document",  "documents", "doc",           "docs",     "file",     "files",
        "file name", "filename",  "document name", "artifact", "dokument", "datei",
        "fichier",   "documento", "archivo",       "arquivo",  "файл",     "документ",
        "Файл",      "Документ",  "ドキュメント",  "ファイル", "文档",     "文件",
        "문서",      "파일",      "المستند",       "الملف",    NULL};
    return header_is(header, words);
}

bool is_task_column(struct slice header)
{
    static const char *const words[] = {
        "task",      "tasks",   "action", "action item", "item",    "activity", "deliverable",
        "milestone", "feature", "title",  "description", "what",    "work",     "work item",
        "story",     "step",    "todo",   "check",       "aufgabe", "tâche",    "tarea",
        "tarefa",    "acción",  "задача", "Задача",      "タスク",  "作業",     "任务",
        "作业",      "작업",    "المهمة", NULL};
    return header_is(header, words);
}

bool is_purpose_column(struct slice header)
{
    static const char *const words[] = {"purpose",   "content", "contents", "contains", "covers",
                                        "zweck",     "inhalt",  "objectif", "contenu",  "propósito",
                                        "contenido", "目的",    "内容",     "用途",     "용도",
                                        "الغرض",     NULL};
    return header_is(header, words);
}

bool is_outcome_label(struct slice label)
{
    static const char *const words[] = {"milestone",      "plan",    "item",     "meilenstein",
                                        "jalon",          "hito",    "marco",    "kamień milowy",
                                        "kilometre taşı", "cột mốc", "веха",     "Веха",
                                        "マイルストーン", "里程碑",  "마일스톤", NULL};
    return header_is(label, words);
}

/* ---- dependencies ---------------------------------------------------------------------------- */

size_t dependency_words(struct slice text)
{
    static const char *const words[] = {
        "depends on", "depend on",    "depends",       "dependencies", "dependency",
        "deps",       "dep",          "blocked by",    "blocked on",   "after",
        "requires",   "needs",        "prerequisites", "prerequisite", "prereq",
        "waits for",  "hängt ab von", "abhängig von",  "benötigt",     "dépend de",
        "après",      "depende de",   "dipende da",    "зависит от",   "依存",
        "依赖于",     "依赖",         "前提",          "의존"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct slice word = slice_of(words[i]);
        if (!slice_starts_nocase(text, word))
            continue;
        size_t at = word.len;
        if (at < text.len && ascii_is_alpha(text.ptr[at]))
            continue;
        while (at < text.len && (text.ptr[at] == ':' || ascii_is_space(text.ptr[at])))
            at++;
        if (slice_starts(slice_from(text, at), SLICE("：")))
            at += 3;
        return at;
    }
    return 0;
}
