/**
 * The page's HTML, for the webview and for the tests.
 *
 * Rule: nothing may be loaded but the one script and the one style sheet, and nothing is written into the page itself.
 *       Pictures are those that the page draws (`data:`, for PNG).
 */

export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** Letters and digits, new for each page. */
  readonly nonce: string;
  /** Where the webview's own files come from. */
  readonly cspSource: string;
  /** `en`, `zh-cn` */
  readonly language: string;
  /** What one reads until the script runs. */
  readonly loading: string;
}

export function pageHtml({ script, style, nonce, cspSource, language, loading }: PageParts): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `img-src ${cspSource} data:`,
    `font-src ${cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>TCP</title>
    <link rel="stylesheet" nonce="${escaped(nonce)}" href="${escaped(style)}">
  </head>
  <body>
    <main id="panel"><p class="notice">${escaped(loading)}</p></main>
    <script nonce="${escaped(nonce)}" src="${escaped(script)}"></script>
  </body>
</html>
`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
