;;; emacs.el --- the scenario in Emacs with eglot, in a copy of its workspace (a git repository)  -*- lexical-binding: t -*-

;; emacs -q --batch -l emacs.el, with PLANLS and PLANLS_SCENARIO in the environment.
(require 'cl-lib)
(require 'json)
(require 'package)
(package-initialize)
(dolist (library '(eglot markdown-mode))
  (unless (require library nil t)
    (princ (format "skipped: Emacs has no %s (Debian 12: apt install elpa-eglot elpa-markdown-mode)\n" library))
    (kill-emacs 0)))
(require 'flymake)
(require 'xref)

;; What editors/README.md says, with the path of this build.
(add-to-list 'eglot-server-programs `(markdown-mode . (,(getenv "PLANLS") "lsp")))
(add-hook 'markdown-mode-hook #'eglot-ensure)

(setq eglot-confirm-server-initiated-edits nil
      eglot-autoshutdown nil
      make-backup-files nil
      create-lockfiles nil
      xref-prompt-for-identifier nil
      last-nonmenu-event ?\r) ; the keyboard, not a mouse: choices are asked for in the minibuffer

(defvar failed nil)

(defun wait-for (what condition)
  (let ((deadline (+ (float-time) 30)) found)
    (while (and (not (setq found (funcall condition))) (< (float-time) deadline))
      (accept-process-output nil 0.05))
    (or found (error "Waited in vain for %s" what))))

(defun open (file)
  (find-file file)
  (run-hooks 'post-command-hook)
  (wait-for (concat "the server to see " file) (lambda () (eglot-managed-p))))

(defun go-to (step)
  (open (alist-get 'file step))
  (goto-char (point-min))
  (search-forward (alist-get 'at step))
  (goto-char (+ (match-beginning 0) (or (alist-get 'offset step) 0))))

(defun contains (part text)
  (unless (string-search part text)
    (error "“%s” is not in: %s" part text)))

(defun check-diagnostics (step)
  (let ((wanted (append (alist-get 'diagnostics step) nil)))
    (wait-for (format "%d diagnostics" (length wanted))
              (lambda ()
                (flymake-start)
                (accept-process-output nil 0.1)
                (= (length wanted) (length (flymake-diagnostics)))))
    (dolist (one wanted)
      (goto-char (point-min))
      (search-forward (alist-get 'at one))
      (let ((found (seq-find (lambda (d) (= (flymake-diagnostic-beg d) (match-beginning 0)))
                             (flymake-diagnostics))))
        (unless found (error "No diagnostic at %s" (alist-get 'at one)))
        (unless (eq (flymake-diagnostic-type found)
                    (intern (concat "eglot-" (alist-get 'severity one))))
          (error "Type %s" (flymake-diagnostic-type found)))
        (mapc (lambda (part) (contains part (flymake-diagnostic-text found))) (alist-get 'contains one))))))

(defun do-open (step)
  (open (alist-get 'file step))
  (check-diagnostics step))

(defun do-hover (step)
  (go-to step)
  (let (text)
    (run-hook-with-args-until-success 'eldoc-documentation-functions #'ignore)
    (eglot-hover-eldoc-function (lambda (string &rest _) (setq text (or string ""))))
    (wait-for "the hover" (lambda () text))
    (mapc (lambda (part) (contains part text)) (alist-get 'contains step))))

(defun here ()
  (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(defun do-definition (step)
  (go-to step)
  (call-interactively #'xref-find-definitions)
  (let* ((place (alist-get 'place step)) (file (file-name-nondirectory (buffer-file-name))))
    (unless (and (equal (here) (alist-get 'line place))
                 (equal file (file-name-nondirectory (alist-get 'file place))))
      (error "Jumped to %s in %s" (here) file))))

(defun check-places (step found)
  (let ((wanted (sort (mapcar (lambda (place) (alist-get 'line place)) (alist-get 'places step)) #'string<))
        (found (sort (remove "## Initiative: Charging Piers" found) #'string<))) ; eglot asks for the declaration too
    (unless (equal wanted found)
      (error "Places: %s" found))))

(defun lines-of (xrefs)
  (mapcar (lambda (one)
            (let ((marker (xref-location-marker (xref-item-location one))))
              (with-current-buffer (marker-buffer marker)
                (save-excursion (goto-char marker) (here)))))
          xrefs))

(defun do-references (step)
  (go-to step)
  (check-places step (lines-of (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot)))))

(defun do-implementation (step)
  (go-to step)
  (let (found)
    (cl-letf (((symbol-function 'xref-show-xrefs) (lambda (fetcher &rest _) (setq found (funcall fetcher))))
              ((symbol-function 'xref--show-xrefs) (lambda (fetcher &rest _) (setq found (funcall fetcher)))))
      (call-interactively #'eglot-find-implementation))
    (check-places step (lines-of found))))

(defun text-of (file)
  (with-temp-buffer
    (insert-file-contents file)
    (buffer-string)))

(defun files ()
  (mapcar (lambda (file) (cons (file-relative-name file root) (text-of file)))
          (directory-files-recursively root "\\.md\\'")))

(defun check-changes (before step)
  (dolist (change (alist-get 'changes step))
    (let ((entry (assoc (symbol-name (car change)) before)))
      (mapc (lambda (pair)
              (setcdr entry (string-replace (aref pair 0) (aref pair 1) (cdr entry))))
            (cdr change))))
  (unless (equal before (files))
    (error "The files on disk are not as expected")))

(defun do-fix (step)
  (let ((before (files)))
    (go-to step)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_ collection &rest _)
                 (or (car (seq-find (lambda (one) (string-search (alist-get 'title step) (car one))) collection))
                     (error "Offered: %s" collection)))))
      (call-interactively #'eglot-code-actions))
    (save-buffer)
    (check-changes before step)
    (check-diagnostics step)))

(defun do-rename (step)
  (let ((before (files)))
    (go-to step)
    (eglot-rename (alist-get 'to step))
    (save-some-buffers t)
    (check-changes before step)
    (check-diagnostics step)))

(defvar root default-directory)
(defvar left-out '(lenses hints)) ; eglot 1.9 shows neither

(let ((number 0)
      (inhibit-message t)
      (scenario (json-parse-string (text-of (getenv "PLANLS_SCENARIO")) :object-type 'alist)))
  (dolist (step (append (alist-get 'steps scenario) nil))
    (let* ((default-directory root)
           (kind (intern (alist-get 'do step)))
           (name (format "%2d %s %s" (cl-incf number) kind (or (alist-get 'at step) (alist-get 'file step)))))
      (if (memq kind left-out)
          (princ (format "left out: %s (eglot shows none)\n" name))
        (condition-case problem
            (progn
              (funcall (intern (format "do-%s" kind)) step)
              (princ (format "ok   %s\n" name)))
          (error
           (setq failed t)
           (princ (format "FAIL %s: %s\n" name (error-message-string problem)))))))))
(kill-emacs (if failed 1 0))
