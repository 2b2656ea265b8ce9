/** Pictures of the window, where something can take one. */
import { environment } from './host';
import { holds } from './same';

/** A picture of the window, where something can take one, once it shows all of that. */
export async function picture(name: string, ...selectors: readonly string[]): Promise<void> {
  const camera = environment('TCPSCN_CAMERA');
  if (camera === undefined) return;
  const query = new URLSearchParams({ folder: environment('TCPSCN_PICTURES') ?? '' });
  for (const selector of selectors) query.append('shows', selector);
  const response = await fetch(`${camera}/${name}?${query}`);
  const answer = await response.text();
  holds(response.ok, answer);
}
