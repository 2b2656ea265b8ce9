/** Scenarios played for the tests of the exporters. */
import { parse } from '../../src/language/document';
import { resolve } from '../../src/program/resolve';
import { run } from '../../src/simulation/run';
import type { Trace } from '../../src/trace/trace';
import { render } from '../../src/words/sentence';

/** The first scenario of a text, played. Throws with what is wrong with the text. */
export function played(text: string, name = 'test'): Trace {
  const { program, diagnostics } = resolve(parse(text), name);
  const [scenario] = program?.scenarios ?? [];
  if (scenario === undefined) {
    throw new Error(diagnostics.map(({ line, diagnostic }) => `${line}: ${render(diagnostic.message)}`).join('\n'));
  }
  return run(scenario);
}

/** Its texts hold what is markup somewhere. */
export const HOSTILE = String.raw`peer end 10.0.0.1:1
peer participant 10.0.0.2:80 wscale=3
scenario "<b>x</b> ; end # %%{init: {}}%% | \`code\` $$x$$ \\n --> \"q\" 关闭 😀"
== end ; rect <img src=x onerror=alert(1)> ==
participant listen
end connect
note end "wrap: loop;\nend\n%% hidden &lt; #35; <br/> ~~~ | *a* _b_ [c](d)"
end -> participant  SYN
end send "</script>"
expect end FIN_WAIT_1
`.replaceAll('\\`', '`');
