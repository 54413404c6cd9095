// page.ts: the page that the panel holds: its script and its style, and nothing from anywhere else.
import { randomBytes } from 'node:crypto'
import * as vscode from 'vscode'

export function page(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64')
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', name)).toString()
  const policy = `default-src 'none'; img-src data:; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>Plan</title>
<link rel="stylesheet" href="${file('plan_view.css')}">
</head>
<body>
<script nonce="${nonce}" src="${file('plan_view.js')}"></script>
</body>
</html>`
}
