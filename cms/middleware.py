def _noop(get_response):
    return get_response


RequestLogMiddleware = SecurityPolicyMiddleware = SecondFactorMiddleware = _noop
