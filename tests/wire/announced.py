"""announced.py: what a client's capabilities let a server send, as the specification has it.

Announced(capabilities).check_answer / check_call raise metamodel.Invalid for what that client would not
understand. It knows the protocol alone, nothing of this server.
"""
from metamodel import fail

REFRESHES = {"workspace/diagnostic/refresh": "workspace.diagnostics.refreshSupport",
             "workspace/codeLens/refresh": "workspace.codeLens.refreshSupport",
             "workspace/inlayHint/refresh": "workspace.inlayHint.refreshSupport",
             "workspace/semanticTokens/refresh": "workspace.semanticTokens.refreshSupport",
             "workspace/foldingRange/refresh": "workspace.foldingRange.refreshSupport"}
NEEDS = {"workspace/configuration": "workspace.configuration",
         "workspace/applyEdit": "workspace.applyEdit",
         "workspace/workspaceFolders": "workspace.workspaceFolders",
         "window/workDoneProgress/create": "window.workDoneProgress",
         "window/showDocument": "window.showDocument.support",
         "window/showMessageRequest": "window.showMessage", **REFRESHES}
REGISTERS = {"workspace/didChangeConfiguration": "workspace.didChangeConfiguration",
             "workspace/didChangeWatchedFiles": "workspace.didChangeWatchedFiles"}
LINKS = {"textDocument/definition": "definition", "textDocument/declaration": "declaration",
         "textDocument/implementation": "implementation"}


class Announced:
    def __init__(self, capabilities, trace="off"):
        self.capabilities, self.traced = capabilities, trace != "off"
        self.tokens = set()  # of progress that either side has made known

    def get(self, path):
        value = self.capabilities
        for key in path.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def need(self, path, what):
        """What is said of a feature counts; of a feature that the client does not even name, no server
        knows anything."""
        if not self.get(path) and (path in NEEDS.values() or self.get(path.rpartition(".")[0])):
            fail(what, f"without {path}")

    def among(self, value, path, what, otherwise=()):
        """The value is one that the client has listed; where it has listed none, one of the others."""
        listed = self.get(path)
        if value not in (listed if listed is not None else otherwise):
            fail(what, f"is none of {path}", value)

    # ---- what the server sends of its own accord ------------------------------------------------

    def check_call(self, message):
        method, params = message["method"], message.get("params")
        if method in NEEDS:
            self.need(NEEDS[method], method)
        if method == "client/registerCapability":
            for one in params["registrations"]:
                if one["method"] not in REGISTERS:
                    fail(method, "is static", one)
                self.need(REGISTERS[one["method"]] + ".dynamicRegistration", one["method"])
        elif method == "window/workDoneProgress/create":
            self.tokens.add(params["token"])
        elif method == "$/progress" and params["token"] not in self.tokens:
            fail(method, "with a token of nobody's", params)
        elif method == "$/logTrace" and not self.traced:
            fail(method, "without being asked for", params)
        elif method == "textDocument/publishDiagnostics":
            self.check_diagnostics(params["diagnostics"], method)
        elif method == "workspace/applyEdit":
            self.check_edit(params["edit"], method)

    def check_diagnostics(self, diagnostics, where):
        """Until 3.18 only publishDiagnostics said what goes for both."""
        paths = ("textDocument.publishDiagnostics", "textDocument.diagnostic")
        for one in diagnostics:
            for key, support in (("relatedInformation", "relatedInformation"), ("data", "dataSupport"),
                                 ("codeDescription", "codeDescriptionSupport")):
                if key in one and not any(self.get(f"{p}.{support}") for p in paths):
                    self.need(f"{paths[0]}.{support}", f"{where}: {key}")
            for tag in one.get("tags", []):
                if not any(tag in (self.get(p + ".tagSupport.valueSet") or ()) for p in paths):
                    self.among(tag, paths[0] + ".tagSupport.valueSet", where + ": tag")

    def check_edit(self, edit, where):
        if "documentChanges" in edit:
            self.need("workspace.workspaceEdit.documentChanges", where)
        for change in edit.get("documentChanges", []):
            if "kind" in change:
                self.among(change["kind"], "workspace.workspaceEdit.resourceOperations", where)
            for one in change.get("edits", []):
                if "annotationId" in one:
                    self.need("workspace.workspaceEdit.changeAnnotationSupport", where)
                if "snippet" in one:
                    self.need("workspace.workspaceEdit.snippetEditSupport", where)
        if "changeAnnotations" in edit:
            self.need("workspace.workspaceEdit.changeAnnotationSupport", where)

    # ---- answers ------------------------------------------------------------------------------------

    def check_answer(self, method, result):
        name = "answer_" + method.replace("/", "_").replace("textDocument_", "")
        if result is not None and hasattr(self, name):
            getattr(self, name)(result)
        elif method in LINKS and isinstance(result, list) and any("targetUri" in one for one in result):
            self.need(f"textDocument.{LINKS[method]}.linkSupport", method)

    def answer_initialize(self, result):
        capabilities = result["capabilities"]
        self.among(capabilities.get("positionEncoding", "utf-16"), "general.positionEncodings",
                   "positionEncoding", ("utf-16",))
        if "diagnosticProvider" in capabilities:
            self.need("textDocument.diagnostic", "diagnosticProvider")
        for key, support in (("codeActionProvider", "codeAction.codeActionLiteralSupport"),
                             ("renameProvider", "rename.prepareSupport")):
            if isinstance(capabilities.get(key), dict) and not self.get("textDocument." + support):
                fail(key, f"has options without {support}")

    def answer_hover(self, result):
        kind, liked = result["contents"]["kind"], self.get("textDocument.hover.contentFormat")
        if liked and kind != liked[0]:
            fail("hover", "is not what the client likes best", liked)
        self.among(kind, "textDocument.hover.contentFormat", "hover", ("plaintext", "markdown"))

    def answer_completion(self, result):
        defaults = result.get("itemDefaults", {}) if isinstance(result, dict) else {}
        for key in defaults:
            self.among(key, "textDocument.completion.completionList.itemDefaults", "itemDefaults")
        for item in result["items"] if isinstance(result, dict) else result:
            self.answer_completionItem_resolve(item)

    def answer_completionItem_resolve(self, item):
        base = "textDocument.completion.completionItem."
        for key, support in (("preselect", "preselectSupport"), ("labelDetails", "labelDetailsSupport"),
                             ("insertTextMode", "insertTextModeSupport"), ("tags", "tagSupport"),
                             ("commitCharacters", "commitCharactersSupport"),
                             ("deprecated", "deprecatedSupport")):
            if key in item:
                self.need(base + support, "completion: " + key)
        if item.get("insertTextFormat") == 2:
            self.need(base + "snippetSupport", "completion: snippet")
        if "insert" in item.get("textEdit", {}):
            self.need(base + "insertReplaceSupport", "completion: replace")
        if isinstance(item.get("documentation"), dict):
            self.among(item["documentation"]["kind"], base + "documentationFormat", "documentation",
                       ("plaintext",))
        if "kind" in item:
            self.among(item["kind"], "textDocument.completion.completionItemKind.valueSet",
                       "completion: kind", range(1, 19))

    def check_symbol(self, one, path):
        if one["kind"] > 18:  # the first eighteen every client has
            self.among(one["kind"], path + ".symbolKind.valueSet", "symbol: kind", ())
        for tag in one.get("tags", []):
            self.among(tag, path + ".tagSupport.valueSet", "symbol: tag", ())

    def answer_documentSymbol(self, result):
        for one in result:
            self.check_symbol(one, "textDocument.documentSymbol")
            if "location" not in one:
                self.need("textDocument.documentSymbol.hierarchicalDocumentSymbolSupport", "tree")
                self.answer_documentSymbol(one.get("children", []))

    def answer_workspace_symbol(self, result):
        for one in result:
            self.check_symbol(one, "workspace.symbol")
            if "range" not in one["location"]:
                listed = self.get("workspace.symbol.resolveSupport.properties") or ()
                if "location.range" not in listed:
                    fail("symbol", "without range, which is not resolved", one)

    def answer_codeAction(self, result):
        for one in result:
            if isinstance(one.get("command"), str):
                continue  # a Command: every client knows it
            self.need("textDocument.codeAction.codeActionLiteralSupport", "an action")
            self.answer_codeAction_resolve(one)
            if "edit" not in one and "command" not in one and "disabled" not in one:
                self.need("textDocument.codeAction.dataSupport", "action without edit")
                if "edit" not in (self.get("textDocument.codeAction.resolveSupport.properties") or ()):
                    fail("action", "without edit, which is not resolved", one)

    def answer_codeAction_resolve(self, one):
        for key in ("isPreferred", "disabled", "data"):
            if key in one:
                self.need(f"textDocument.codeAction.{key.removeprefix('is').lower()}Support"
                          if key != "isPreferred" else "textDocument.codeAction.isPreferredSupport", key)
        if "edit" in one:
            self.check_edit(one["edit"], "action")

    def answer_rename(self, result):
        self.check_edit(result, "rename")

    def answer_workspace_willRenameFiles(self, result):
        self.check_edit(result, "willRenameFiles")

    def answer_foldingRange(self, result):
        limit = self.get("textDocument.foldingRange.rangeLimit")
        if limit is not None and len(result) > limit:
            fail("foldingRange", "more than the client takes", len(result))
        for one in result:
            if self.get("textDocument.foldingRange.foldingRangeKind.valueSet") and "kind" in one:
                self.among(one["kind"], "textDocument.foldingRange.foldingRangeKind.valueSet", "kind")
            if "collapsedText" in one:
                self.need("textDocument.foldingRange.foldingRange.collapsedText", "collapsedText")

    def answer_documentLink(self, result):
        for one in result:
            if "tooltip" in one:
                self.need("textDocument.documentLink.tooltipSupport", "link: tooltip")

    def answer_diagnostic(self, result):
        if result["kind"] == "full":
            self.check_diagnostics(result["items"], "diagnostic")
        if "relatedDocuments" in result:
            self.need("textDocument.diagnostic.relatedDocumentSupport", "relatedDocuments")

    def answer_workspace_diagnostic(self, result):
        for one in result["items"]:
            self.check_diagnostics(one.get("items", []), "diagnostic")
