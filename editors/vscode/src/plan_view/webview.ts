// webview.ts: what the plan view's panel runs.
document.body.dataset.ready = 'true'
