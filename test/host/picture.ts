/** Pictures of the window, where something can take one. */
import { camera } from './camera';
import { environment } from './host';
import { holds } from './same';

/** What a picture is to show, and how large the window is in it (`1280x800`). */
export interface Scenery {
  readonly shows?: readonly string[];
  /** In the panel's page. */
  readonly panel?: readonly string[];
  readonly size?: string;
}

/** A picture of the window, where something can take one, once it shows all of that. */
export async function picture(name: string, { shows = [], panel = [], size }: Scenery = {}): Promise<void> {
  const folder = environment('TCPSCN_PICTURES');
  const address = await camera();
  if (address === undefined || folder === undefined) return;
  const query = new URLSearchParams({ folder, ...(size === undefined ? {} : { size }) });
  for (const selector of shows) query.append('shows', selector);
  for (const selector of panel) query.append('panel', selector);
  const response = await fetch(`${address}/${name}?${query}`);
  const answer = await response.text();
  holds(response.ok, answer);
}
