// What shares a running product, a port, a browser or a measured memory says so itself: [DoNotParallelize].
[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]
