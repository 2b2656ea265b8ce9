/**
 * A debug session in the panel.
 *
 * Rule 1: the panel never moves the debugger by looking: what the run will do is asked for and computed, not run to.
 * Rule 2: while the run is the same, what was told stays true; only what is new is asked for.
 */
import type { DebugSession } from 'vscode';
import { EVENTS, type EventsBody, type MomentBody, TRAVEL, WHERE, type WhereBody } from '../debug/follower';
import { splitLines } from '../language/document';
import type { Subject } from '../panel/protocol';
import type { Scenario } from '../program/program';
import { say } from '../words/sentence';
import type { Exhibit } from './panel-exhibit';
import { Story } from './panel-story';
import { fileNamed, textOf } from './texts';

/** Events that are asked for at a time, and how far ahead of where the debugger stands. */
const ASKED = 500;
const AHEAD = 20_000;

export interface SessionExhibit extends Exhibit {
  /** The adapter has said where the run stands. */
  readonly moved: (moment: MomentBody) => void;
}

const LOADING: Subject = { kind: 'nothing', why: say('The debugger begins …'), offers: [] };

/** `failed` is told what went wrong while the session lives. */
export function sessionExhibit(session: DebugSession, failed: (error: unknown) => void): SessionExhibit {
  const story = new Story(LOADING);
  const { program } = session.configuration;
  const uri = typeof program === 'string' && program !== '' ? fileNamed(program) : undefined;
  let run: number | undefined;
  let scenario: Scenario | undefined;
  let alive = true;
  let asking = false;
  let again = false;

  /** Asks for what is not known yet, one answer after the other. */
  async function learn(): Promise<void> {
    again = true;
    if (asking) return;
    asking = true;
    try {
      while (again && alive) {
        again = false;
        while (alive && story.unnamed === undefined && story.events.length < story.at + AHEAD) {
          const asked = { first: story.events.length + 1, count: ASKED };
          const answer: EventsBody = await session.customRequest(EVENTS, asked);
          // What is told of another run is for the moment that announces it.
          if (answer.run !== run) break;
          scenario = answer.scenario;
          if (story.subject.kind !== 'run') story.begin(await subjectOf(scenario));
          if (answer.first !== story.events.length + 1) break;
          if (answer.events.length > 0) story.add(answer.first, answer.events);
          if (answer.ended) story.end(answer.unnamed);
          else if (answer.events.length === 0) break;
        }
      }
    } finally {
      asking = false;
    }
  }

  async function subjectOf({ name, line, peers, chapters }: Scenario): Promise<Subject> {
    const given: unknown = session.configuration['text'];
    const text = typeof given === 'string' ? given : uri === undefined ? '' : await textOf(uri).catch(() => '');
    return {
      kind: 'run',
      title: session.name,
      uri: uri?.toString() ?? '',
      scenario: { name, line, peers, chapters },
      lines: splitLines(text),
      source: 'debugger',
    };
  }

  return {
    story,
    uri,
    trace: () => scenario && { scenario, events: story.events, unnamed: story.unnamed ?? [] },
    moved({ run: told, kept, at }) {
      if (run !== undefined && told !== run) {
        // A restart may have read another text.
        if (kept === 0) story.begin(LOADING);
        else if (kept < story.events.length) story.add(kept + 1, []);
      }
      run = told;
      story.stand(at);
      learn().catch((error: unknown) => {
        if (alive) failed(error);
      });
    },
    travel: async (n) => {
      await session.customRequest(TRAVEL, { n });
    },
    where: async (condition) => {
      try {
        const { run: asked, events }: WhereBody = await session.customRequest(WHERE, { condition });
        return asked === run ? events : undefined;
      } catch {
        // It is plain text.
        return undefined;
      }
    },
    dispose() {
      alive = false;
      story.dispose();
    },
  };
}
