/** Pictures of the window, where something can take one. */
import { environment } from './host';
import { holds } from './same';

/** A picture of the window, where something can take one, once it shows all of that. */
export const picture = (name: string, ...selectors: readonly string[]): Promise<void> => taken(name, {}, selectors);

/** The same of a larger window. */
export const largePicture = (name: string, ...selectors: readonly string[]): Promise<void> =>
  taken(name, { size: '1280x800' }, selectors);

async function taken(name: string, options: Record<string, string>, selectors: readonly string[]): Promise<void> {
  const camera = environment('TCPSCN_CAMERA');
  if (camera === undefined) return;
  const query = new URLSearchParams({ folder: environment('TCPSCN_PICTURES') ?? '', ...options });
  for (const selector of selectors) query.append('shows', selector);
  const response = await fetch(`${camera}/${name}?${query}`);
  const answer = await response.text();
  holds(response.ok, answer);
}
