;; Emacs as a client of the server over stdio (eglot): opens a document, asks what an author would, prints one JSON object.
;; For Emacs 28 with elpa-eglot (Debian) and later, where eglot is built in. Run with --batch.
(package-initialize)
(require 'eglot)
(require 'json)

(define-derived-mode beleg-test-mode text-mode "Markdown")
(put 'beleg-test-mode 'eglot-language-id "markdown")
(add-to-list 'auto-mode-alist '("\\.md\\'" . beleg-test-mode))
(add-to-list 'eglot-server-programs
             (list 'beleg-test-mode (getenv "BELEG_NODE") (getenv "BELEG_SERVER") "--stdio"))
(setq eglot-sync-connect 30
      eglot-autoshutdown nil
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil)

(defun beleg-messages ()
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun beleg-await (what condition)
  (with-timeout (30 (error "Waited in vain for %s; last seen: %S" what (beleg-messages)))
    (while (not (funcall condition))
      (accept-process-output nil 0.05)
      (flymake-start))))

(defun beleg-says (text)
  (seq-some (lambda (message) (string-search text message)) (beleg-messages)))

(find-file (getenv "BELEG_DOCUMENT"))
(apply #'eglot (append (seq-take (eglot--guess-contact) 5) (list nil)))
(let* ((server (eglot-current-server))
       (expected (getenv "BELEG_EXPECTED"))
       (at (lambda (text)
             (goto-char (point-min))
             (search-forward text)
             (goto-char (match-beginning 0))
             (eglot--TextDocumentPositionParams))))
  (beleg-await "a diagnostic" (lambda () (beleg-says expected)))
  (let* ((diagnostics (beleg-messages))
         (hover (jsonrpc-request server :textDocument/hover (funcall at "120 Euro")))
         (place (progn (funcall at "120 Euro") (eglot--pos-to-lsp-position)))
         (actions (jsonrpc-request server :textDocument/codeAction
                                   (list :textDocument (eglot--TextDocumentIdentifier)
                                         :range (list :start place :end place)
                                         :context (list :diagnostics []))))
         (completion (progn
                       (funcall at "@amt")
                       (forward-char 1)
                       (jsonrpc-request server :textDocument/completion (eglot--TextDocumentPositionParams)))))
    ;; An edit behind umlauts must clear what it mends.
    (funcall at "120 Euro")
    (delete-char 3)
    (insert "80")
    (eglot--signal-textDocument/didChange)
    (beleg-await "the diagnostic to go" (lambda () (not (beleg-says expected))))
    (princ (json-encode
            (list (cons 'diagnostics (vconcat diagnostics))
                  (cons 'hover (plist-get (plist-get hover :contents) :value))
                  (cons 'completion (vconcat (mapcar (lambda (item) (plist-get item :label))
                                                     (or (plist-get completion :items) completion))))
                  (cons 'actions (vconcat (mapcar (lambda (action) (plist-get action :title)) actions)))
                  (cons 'mended t))))
    (terpri))
  (set-buffer-modified-p nil)
  (eglot-shutdown server))
