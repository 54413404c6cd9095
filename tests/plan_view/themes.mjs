// themes.mjs: what VS Code's four default looks give a panel, as far as the plan view asks for it.
const font = { 'font-size': '13px', 'font-family': '"DejaVu Sans", sans-serif' }

const themes = {
  light: {
    'editor-background': '#ffffff', foreground: '#3b3b3b', descriptionForeground: '#3b3b3b', focusBorder: '#005fb8',
    'charts-blue': '#0063d3', 'charts-green': '#388a34', 'charts-red': '#e51400', 'charts-orange': '#d18616',
    'editorError-foreground': '#e51400', 'editorWarning-foreground': '#bf8803', 'editorInfo-foreground': '#0063d3',
    'list-hoverBackground': '#f2f2f2', 'list-inactiveSelectionBackground': '#e4e6f1', 'icon-foreground': '#3b3b3b',
    'editorHoverWidget-background': '#f8f8f8', 'editorHoverWidget-foreground': '#3b3b3b', 'editorHoverWidget-border': '#c8c8c8',
    'inputOption-activeBackground': '#bed6ed', 'panelTitle-activeBorder': '#005fb8', 'panelTitle-activeForeground': '#3b3b3b',
    'panelTitle-inactiveForeground': '#3b3b3b', 'textCodeBlock-background': '#f8f8f8'
  },
  dark: {
    'editor-background': '#1f1f1f', foreground: '#cccccc', descriptionForeground: '#9d9d9d', focusBorder: '#0078d4',
    'charts-blue': '#59a4f9', 'charts-green': '#89d185', 'charts-red': '#f14c4c', 'charts-orange': '#d18616',
    'editorError-foreground': '#f14c4c', 'editorWarning-foreground': '#cca700', 'editorInfo-foreground': '#59a4f9',
    'list-hoverBackground': '#2a2d2e', 'list-inactiveSelectionBackground': '#37373d', 'icon-foreground': '#cccccc',
    'editorHoverWidget-background': '#202020', 'editorHoverWidget-foreground': '#cccccc', 'editorHoverWidget-border': '#454545',
    'inputOption-activeBackground': '#2489db82', 'panelTitle-activeBorder': '#0078d4', 'panelTitle-activeForeground': '#cccccc',
    'panelTitle-inactiveForeground': '#9d9d9d', 'textCodeBlock-background': '#2b2b2b'
  },
  'high-contrast': {
    'editor-background': '#000000', foreground: '#ffffff', descriptionForeground: '#ffffffb3', focusBorder: '#f38518',
    contrastBorder: '#6fc3df', contrastActiveBorder: '#f38518', 'charts-blue': '#59a4f9', 'charts-green': '#89d185',
    'charts-red': '#f48771', 'charts-orange': '#d18616', 'editorError-foreground': '#f48771',
    'editorWarning-foreground': '#ffd370', 'editorInfo-foreground': '#59a4f9', 'icon-foreground': '#ffffff',
    'editorHoverWidget-background': '#0c141f', 'editorHoverWidget-foreground': '#ffffff', 'editorHoverWidget-border': '#6fc3df',
    'list-hoverBackground': '#ffffff1a', 'panelTitle-activeBorder': '#6fc3df', 'panelTitle-activeForeground': '#ffffff',
    'panelTitle-inactiveForeground': '#ffffff', 'list-inactiveSelectionBackground': '#000000'
  },
  'high-contrast-light': {
    'editor-background': '#ffffff', foreground: '#292929', descriptionForeground: '#292929b3', focusBorder: '#006bbd',
    contrastBorder: '#0f4a85', contrastActiveBorder: '#006bbd', 'charts-blue': '#1a85ff', 'charts-green': '#374e06',
    'charts-red': '#b5200d', 'charts-orange': '#d18616', 'editorError-foreground': '#b5200d',
    'editorWarning-foreground': '#895503', 'editorInfo-foreground': '#1a85ff', 'icon-foreground': '#292929',
    'editorHoverWidget-background': '#ffffff', 'editorHoverWidget-foreground': '#292929', 'editorHoverWidget-border': '#0f4a85',
    'list-hoverBackground': '#0f4a851a', 'panelTitle-activeBorder': '#b5200d', 'panelTitle-activeForeground': '#292929',
    'panelTitle-inactiveForeground': '#292929', 'list-inactiveSelectionBackground': '#ffffff'
  }
}

const classes = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'high-contrast': 'vscode-high-contrast',
  'high-contrast-light': 'vscode-high-contrast vscode-high-contrast-light'
}

export const themeNames = Object.keys(themes)

export function themeOf(name) {
  const variables = Object.entries({ ...font, ...themes[name] })
  return { name: classes[name], css: `:root{${variables.map(([key, value]) => `--vscode-${key}:${value}`).join(';')}}` }
}
