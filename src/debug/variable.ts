/** Variables in the protocol's words. */
import type { DebugProtocol } from '@vscode/debugprotocol';
import { given } from './given';
import type { Item } from './item';
import { type Container, type Session, said } from './session';

/** `hex`: whole numbers are shown in base 16. */
export function toVariable(session: Session, container: Container, item: Item, hex = false): DebugProtocol.Variable {
  const { name, value, type, expression, memory, settable } = item;
  return given({
    name,
    value: hex ? toHex(value) : value,
    type: type && said(session, type),
    evaluateName: expression,
    memoryReference: memory,
    presentationHint: settable === true && container.isPresent ? undefined : READ_ONLY,
    variablesReference: childrenOf(session, container, item),
  });
}

const READ_ONLY: DebugProtocol.VariablePresentationHint = { attributes: ['readOnly'] };

/** The number by which a client asks for what an item consists of; 0 if it has no parts. */
export function childrenOf(session: Session, { isPresent }: Pick<Container, 'isPresent'>, { children }: Item): number {
  return children === undefined ? 0 : session.containers.add({ items: children, isPresent });
}

/** `1460` is `0x5b4`, `#300` is `#0x12c`; what is no whole number stays. */
export const toHex = (value: string): string =>
  value.replace(
    /^(-?)(#?)(\d+)$/,
    (_, sign: string, mark: string, digits: string) => `${sign}${mark}0x${Number(digits).toString(16)}`,
  );
