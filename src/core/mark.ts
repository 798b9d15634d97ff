/**
 * The mark that a shoal is made of: a small fish, one unit long, its nose towards +x. The same shape is the
 * logo, the marks of the drop target and those of the mosaic.
 */
export const MARK_PATH = 'M.5 0C.34-.17-.02-.24-.27-.05L-.5-.18-.42 0-.5.18-.27.05C-.02.24.34.17.5 0Z'
