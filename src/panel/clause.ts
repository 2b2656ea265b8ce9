/** Where a clause can be read: `3.10.7.4, fifth check` of RFC 9293, or `RFC 6298, 5.4`. */

/** Where they are. */
export const CLAUSES = 'https://www.rfc-editor.org/';

const CLAUSE = /^(?:RFC (\d+)(?:, ?)?)?(?:(?:section )?(\d+(?:\.\d+)*)|\((\d+)[^)]*\)|Appendix ([A-Z]))?/;

/** The address of the section; of the whole RFC where no section is named; undefined for what is no clause. */
export function clauseAddress(clause: string): string | undefined {
  const [, rfc, section, step, appendix] = CLAUSE.exec(clause) ?? [];
  const place = section ?? step;
  if (rfc === undefined && place === undefined && appendix === undefined) return undefined;
  const anchor = place !== undefined ? `#section-${place}` : appendix !== undefined ? `#appendix-${appendix}` : '';
  return `${CLAUSES}rfc/rfc${rfc ?? '9293'}${anchor}`;
}

/** The clause as one reads it: that of RFC 9293 with its name. */
export const clauseText = (clause: string): string => (clause.startsWith('RFC ') ? clause : `RFC 9293, ${clause}`);
